/** Implementations that are wrong in one place, and the claims that must find it. */
@NullMarked
package org.itocheck.mutant;

import org.jspecify.annotations.NullMarked;
