/** Claims about noise that is not Gaussian: the linear scaling rule and its Levy SDE. */
@NullMarked
package org.itocheck.claim.jump;

import org.jspecify.annotations.NullMarked;
