/** Tests of the claims about tails. */
@NullMarked
package org.itocheck.claim.tail;

import org.jspecify.annotations.NullMarked;
