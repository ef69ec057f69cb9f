package org.itocheck.training;

import java.util.Optional;

/**
 * Where a run is, for people who wait.
 *
 * @param name of the run
 * @param step steps made
 * @param steps in all
 * @param secondsLeft at the speed since this process began it; negative while unknown
 * @param last the newest line of its log
 */
public record RunProgress(String name, long step, long steps, double secondsLeft, Optional<Measurement> last) {}
