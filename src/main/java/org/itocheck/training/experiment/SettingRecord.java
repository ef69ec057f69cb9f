package org.itocheck.training.experiment;

import java.util.List;
import org.itocheck.training.RunPlan;
import org.itocheck.training.RunRecord;

/**
 * What is known of one setting.
 *
 * @param plan the setting
 * @param runs one for each replicate, in their order; some may not be finished
 */
public record SettingRecord(RunPlan plan, List<RunRecord> runs) {
    /** Copies the list. */
    public SettingRecord {
        runs = List.copyOf(runs);
    }
}
