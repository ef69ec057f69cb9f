package org.itocheck.training.experiment.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.itocheck.claim.Cell;
import org.itocheck.training.Method;
import org.itocheck.training.experiment.PanelRecord;
import org.itocheck.training.experiment.SettingRecord;

/**
 * The settings of a panel that are SVAG at some level, by their level; SGD is level 1.
 *
 * @param settings by increasing level
 */
public record SvagLevels(List<SettingRecord> settings) {
    /** Copies the list. */
    public SvagLevels {
        settings = List.copyOf(settings);
    }

    /** Those of a panel; of two at one level the first. */
    public static SvagLevels of(PanelRecord panel) {
        TreeMap<Integer, SettingRecord> levels = new TreeMap<>();
        for (SettingRecord setting : panel.settings()) {
            Method method = setting.plan().method();
            if (method.kind() == Method.Kind.SGD || method.kind() == Method.Kind.SVAG) {
                levels.putIfAbsent(method.level(), setting);
            }
        }
        return new SvagLevels(List.copyOf(levels.values()));
    }

    /** Whether there is something to compare. */
    public boolean comparable() {
        return settings.size() >= 2;
    }

    /** The setting with the largest level l*, which stands for the limit. */
    public SettingRecord finest() {
        return settings.get(settings.size() - 1);
    }

    /** The level below: half of l* on a ladder of doublings. */
    public SettingRecord second() {
        return settings.get(settings.size() - 2);
    }

    /** All levels below l*. */
    public List<SettingRecord> coarser() {
        return settings.subList(0, settings.size() - 1);
    }

    /** The differences to l* of every level but the one that is judged. */
    List<Cell> shown(PhaseClaim claim) {
        List<Cell> cells = new ArrayList<>();
        for (SettingRecord other : coarser()) {
            if (!other.equals(claim.setting())) {
                cells.addAll(claim.comparison(other).shown());
            }
        }
        return cells;
    }
}
