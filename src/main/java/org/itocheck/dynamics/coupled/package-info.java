/** Two levels of one family at once, driven by one noise: where the noise is Gaussian, their difference is small and cheap to know. */
@NullMarked
package org.itocheck.dynamics.coupled;

import org.jspecify.annotations.NullMarked;
