/** Estimators, tests and planning that know nothing of SDEs. */
@NullMarked
package org.itocheck.stats;

import org.jspecify.annotations.NullMarked;
