/** Claims about the tails of gradient noise and about the hypotheses that need them light: Theorems F.2, F.3 and the conditions of 4.1. */
@NullMarked
package org.itocheck.claim.tail;

import org.jspecify.annotations.NullMarked;
