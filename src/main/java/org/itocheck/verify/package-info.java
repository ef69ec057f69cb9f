/** Spends error and trajectory budgets: a claim in, an outcome out. */
@NullMarked
package org.itocheck.verify;

import org.jspecify.annotations.NullMarked;
