package org.itocheck.claim.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Laboratory;
import org.itocheck.claim.Numbers;
import org.itocheck.claim.OutcomeBuilder;
import org.itocheck.truth.EquilibriumMoments;

/**
 * The processes of one claim with what was found of them: all ranges hold together at the error rate of the claim, so that every statement
 * computed from them does.
 */
final class Findings {
    /** How many ranges a process has: its share of a familywise rate. */
    static final int RANGES = SnapshotObservables.QUANTITIES;

    private final List<StationaryProcess> processes;
    private final List<EquilibriumEstimate> estimates = new ArrayList<>();
    private final List<Optional<EquilibriumMoments>> known = new ArrayList<>();

    private Findings(List<StationaryProcess> processes) {
        this.processes = processes;
    }

    static Findings find(List<StationaryProcess> processes, Laboratory laboratory, Precision precision) {
        Findings found = new Findings(processes);
        double alpha = laboratory.budget().perCell(processes.size());
        for (int i = 0; i < processes.size(); i++) {
            found.estimates.add(processes.get(i).estimate(laboratory, alpha, precision, "equilibrium " + i));
        }
        return found;
    }

    int size() {
        return processes.size();
    }

    StationaryProcess process(int i) {
        return processes.get(i);
    }

    EquilibriumEstimate of(int i) {
        return estimates.get(i);
    }

    RangeCells cells(int i) {
        return new RangeCells(processes.get(i), estimates.get(i));
    }

    /** Tells the builder what was found, and what stands in the way of a conclusion. */
    OutcomeBuilder describe(OutcomeBuilder builder, Laboratory laboratory) {
        long chains = 0;
        long steps = 0;
        List<String> remedies = new ArrayList<>();
        String obstacle = "";
        for (int i = 0; i < size(); i++) {
            EquilibriumEstimate estimate = estimates.get(i);
            chains += estimate.chains();
            steps += estimate.steps();
            if (!estimate.obstacle().isEmpty() && obstacle.isEmpty()) {
                obstacle = (size() > 1 ? processes.get(i).name() + ": " : "") + estimate.obstacle();
            }
            if (!estimate.remedy().isEmpty()) {
                remedies.add(estimate.remedy());
            }
        }
        if (remedies.isEmpty()) {
            remedies.add("ask for a wider tolerance");
            remedies.add("raise the budget: -Ditocheck.trajectories=" + 4 * laboratory.trajectoryBudget());
        }
        StationaryProcess first = processes.get(0);
        return builder.obstacle(obstacle)
                .remedies(remedies.stream().distinct().toList())
                .trajectories(chains)
                .levels(processes.stream()
                        .map(StationaryProcess::level)
                        .distinct()
                        .toList())
                .setting("eta = "
                        + processes.stream()
                                .map(p -> Numbers.plain(p.learningRate()))
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + ", lambda = " + Numbers.plain(first.weightDecay())
                        + (chains == 0 ? "" : ", " + Numbers.roughly(steps) + " chain steps"))
                .power(
                        chains == 0
                                ? "no randomness"
                                : "false alarm < "
                                        + Numbers.brief(laboratory.budget().falseFailRate())
                                        + ": R, G and N lie in their ranges together, but for what a burn-in leaves");
    }

    /** Looks up what R, G and N ought to be, where that is known; it may take seconds, so not where nothing was found. */
    Findings lookUp() {
        for (int i = 0; i < size(); i++) {
            known.add(estimates.get(i).obstacle().isEmpty() ? processes.get(i).expected() : Optional.empty());
        }
        return this;
    }

    /** Whether R, G and N of any process were looked up and found. */
    boolean anyKnown() {
        return known.stream().anyMatch(Optional::isPresent);
    }

    /** R, G and N of a process against what they ought to be, each within a share of itself; nothing where that is not known. */
    List<Cell> expected(int i, double tolerance) {
        return known.get(i)
                .map(moments -> {
                    EquilibriumEstimate found = estimates.get(i);
                    return List.of(
                            expected(i, 0, found.squaredNorm(), moments.squaredNorm(), tolerance),
                            expected(i, 1, found.squaredGradient(), moments.squaredGradient(), tolerance),
                            expected(i, 2, found.noiseTrace(), moments.noiseTrace(), tolerance));
                })
                .orElse(List.of());
    }

    private Cell expected(int i, int quantity, Range found, double known, double tolerance) {
        double share = tolerance * known;
        return cells(i).between(SnapshotObservables.NAMES.get(quantity), found, known, known - share, known + share);
    }
}
