/** The synthetic losses of the problem catalogue, A1 to D1. */
@NullMarked
package org.itocheck.objective.catalogue;

import org.jspecify.annotations.NullMarked;
