/** Programs that stand in for peers. */
@NullMarked
package org.itocheck.benchmark.peer;

import org.jspecify.annotations.NullMarked;
