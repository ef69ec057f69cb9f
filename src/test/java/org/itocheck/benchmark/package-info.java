/** Whether the benchmarks measure what they say. */
@NullMarked
package org.itocheck.benchmark;

import org.jspecify.annotations.NullMarked;
