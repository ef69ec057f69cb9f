/** Learning rates over time. */
@NullMarked
package org.itocheck.training.schedule;

import org.jspecify.annotations.NullMarked;
