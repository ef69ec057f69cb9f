/** Claims about equilibria of scale-invariant losses with weight decay: section 6 and appendices D and E of the paper. */
@NullMarked
package org.itocheck.claim.equilibrium;

import org.jspecify.annotations.NullMarked;
