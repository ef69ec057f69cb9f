/** SGD, SVAG, NGD and gradient descent. */
@NullMarked
package org.itocheck.dynamics.optimizer;

import org.jspecify.annotations.NullMarked;
