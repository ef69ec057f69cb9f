package org.itocheck.training.experiment;

import java.util.List;
import org.itocheck.training.RunRecord;
import org.itocheck.training.RunStatus;

/**
 * What is known of an experiment: the logs of its runs.
 *
 * @param experiment what was to be run
 * @param panels in the order of the experiment
 * @param seconds wall time of this process
 */
public record ExperimentRecord(Experiment experiment, List<PanelRecord> panels, double seconds) {
    /** Copies the list. */
    public ExperimentRecord {
        panels = List.copyOf(panels);
    }

    /** All runs, in the order of panels, settings and replicates. */
    public List<RunRecord> runs() {
        return panels.stream()
                .flatMap(panel -> panel.settings().stream())
                .flatMap(setting -> setting.runs().stream())
                .toList();
    }

    /** Whether every run has ended by itself. */
    public boolean complete() {
        return runs().stream().noneMatch(run -> run.status() == RunStatus.STOPPED);
    }
}
