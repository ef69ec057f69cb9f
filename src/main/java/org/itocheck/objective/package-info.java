/** Losses with stochastic gradients: the user's SPI and finite sums. No step sizes here. */
@NullMarked
package org.itocheck.objective;

import org.jspecify.annotations.NullMarked;
