/** Studies and their reports. */
@NullMarked
package org.itocheck.report;

import org.jspecify.annotations.NullMarked;
