/** Claims on scale-invariant losses: Definition D.5, Lemmas D.1 and D.6, Corollary D.7, and the norm dynamics (12), (13). */
@NullMarked
package org.itocheck.claim.scale;

import org.jspecify.annotations.NullMarked;
