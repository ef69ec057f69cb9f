/** The Ito SDE that is the limit of SVAG, and its Euler-Maruyama family. */
@NullMarked
package org.itocheck.dynamics.sde;

import org.jspecify.annotations.NullMarked;
