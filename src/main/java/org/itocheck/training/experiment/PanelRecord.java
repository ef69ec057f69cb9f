package org.itocheck.training.experiment;

import java.util.List;

/**
 * What is known of one panel.
 *
 * @param panel what was to be run
 * @param settings in the order of the panel
 */
public record PanelRecord(Panel panel, List<SettingRecord> settings) {
    /** Copies the list. */
    public PanelRecord {
        settings = List.copyOf(settings);
    }
}
