/** Programs in other languages that simulate the same four processes. */
@NullMarked
package org.itocheck.benchmark.peer;

import org.jspecify.annotations.NullMarked;
