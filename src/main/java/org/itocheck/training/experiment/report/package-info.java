/** Experiments for readers: figures, tables, pages, JSON. */
@NullMarked
package org.itocheck.training.experiment.report;

import org.jspecify.annotations.NullMarked;
