/** The command line. */
@NullMarked
package org.itocheck.cli;

import org.jspecify.annotations.NullMarked;
