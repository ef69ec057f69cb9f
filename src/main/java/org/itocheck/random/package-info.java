/** Random numbers as a function of (seed, purpose, trajectory): no clock, no thread, no shared state. */
@NullMarked
package org.itocheck.random;

import org.jspecify.annotations.NullMarked;
