/** Several training runs that are compared: what they are, how they are run side by side, and what can be said of them. */
@NullMarked
package org.itocheck.training.experiment;

import org.jspecify.annotations.NullMarked;
