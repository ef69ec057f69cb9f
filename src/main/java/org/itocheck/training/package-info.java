/** How networks are trained: learning rates over time, and what a step of a method at level l counts. */
@NullMarked
package org.itocheck.training;

import org.jspecify.annotations.NullMarked;
