/** The continuous processes that optimisers are compared with, and their Euler-Maruyama families. */
@NullMarked
package org.itocheck.dynamics.sde;

import org.jspecify.annotations.NullMarked;
