/** Test functions g of the state. */
@NullMarked
package org.itocheck.observable;

import org.jspecify.annotations.NullMarked;
