/** One file for each statement of the theory. */
@NullMarked
package org.itocheck.claim;

import org.jspecify.annotations.NullMarked;
