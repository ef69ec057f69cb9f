/** Tests of the claims. */
@NullMarked
package org.itocheck.claim;

import org.jspecify.annotations.NullMarked;
