package org.itocheck.training.experiment;

import java.util.Optional;
import org.itocheck.training.RunProgress;

/**
 * Where an experiment is, for people who wait.
 *
 * @param ended runs that have ended
 * @param runs in all
 * @param share of the work done, 0 to 1; the work of a step is the number of its images
 * @param secondsLeft at the speed since this process began; negative while unknown
 * @param run the run that made a step; empty where one has ended
 */
public record ExperimentProgress(int ended, int runs, double share, double secondsLeft, Optional<RunProgress> run) {}
