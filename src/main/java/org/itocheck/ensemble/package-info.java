/** The engine: many seeded trajectories in, estimates out, bit-identical for any number of threads and lanes. */
@NullMarked
package org.itocheck.ensemble;

import org.jspecify.annotations.NullMarked;
