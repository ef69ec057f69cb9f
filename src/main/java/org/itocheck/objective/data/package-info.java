/** Losses on real data from the committed fixtures. */
@NullMarked
package org.itocheck.objective.data;

import org.jspecify.annotations.NullMarked;
