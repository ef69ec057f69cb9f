/** What can be said of an experiment from the logs of its runs: verdicts on what was claimed, and the numbers of the paper's figures. */
@NullMarked
package org.itocheck.training.experiment.finding;

import org.jspecify.annotations.NullMarked;
