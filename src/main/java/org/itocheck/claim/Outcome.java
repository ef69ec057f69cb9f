package org.itocheck.claim;

import java.util.List;
import org.itocheck.random.Seed;

/**
 * Everything that is known after a claim was evaluated: enough for a message, a report and a rerun.
 *
 * @param claim the kind of claim, for example {@code LimitBias}
 * @param statement what was claimed of what, for example {@code limit of SVAG on C2 is its SDE}
 * @param formula the claim as a formula
 * @param source where the theory states it
 * @param verdict the answer
 * @param finding the decisive number in words; with the statement and the verdict it makes the first line of a message
 * @param observed what happened to each observable
 * @param truth what the process was compared with, and how that is known
 * @param setting time, learning rate, steps
 * @param cells every number looked at
 * @param decisive the observable that speaks for the claim; its ladder is shown first
 * @param decisiveCheckpoint the checkpoint at which it does
 * @param diagnosis what the pattern of the cells points to; empty if nothing
 * @param power the error rates of this verdict
 * @param remedies for INCONCLUSIVE: cheap ways out
 * @param levels the ladder
 * @param trajectories how many were simulated in all
 * @param seconds wall time
 * @param seed the root seed that reproduces it
 */
public record Outcome(
        String claim,
        String statement,
        String formula,
        String source,
        Verdict verdict,
        String finding,
        String observed,
        String truth,
        String setting,
        List<Cell> cells,
        String decisive,
        int decisiveCheckpoint,
        String diagnosis,
        String power,
        List<String> remedies,
        List<Integer> levels,
        long trajectories,
        double seconds,
        Seed seed) {
    /** Copies the lists. */
    public Outcome {
        cells = List.copyOf(cells);
        remedies = List.copyOf(remedies);
        levels = List.copyOf(levels);
    }

    /** An outcome whose decisive checkpoint follows from its cells: where the decisive observable looks worst, 0 without cells. */
    public Outcome(
            String claim,
            String statement,
            String formula,
            String source,
            Verdict verdict,
            String finding,
            String observed,
            String truth,
            String setting,
            List<Cell> cells,
            String decisive,
            String diagnosis,
            String power,
            List<String> remedies,
            List<Integer> levels,
            long trajectories,
            double seconds,
            Seed seed) {
        this(
                claim,
                statement,
                formula,
                source,
                verdict,
                finding,
                observed,
                truth,
                setting,
                cells,
                decisive,
                cells.stream()
                        .filter(cell -> cell.observable().equals(decisive))
                        .reduce(Summary::worse)
                        .map(Cell::checkpoint)
                        .orElse(0),
                diagnosis,
                power,
                remedies,
                levels,
                trajectories,
                seconds,
                seed);
    }

    /** The cells of the decisive observable at the decisive checkpoint, one for each level. */
    public List<Cell> decisiveLadder() {
        return cells.stream()
                .filter(cell -> cell.observable().equals(decisive) && cell.checkpoint() == decisiveCheckpoint)
                .toList();
    }

    /** Whether the claim holds. */
    public boolean passed() {
        return verdict == Verdict.PASS;
    }

    /** The line that stands alone: statement, verdict, finding and seed. */
    public String headline() {
        return statement + ": " + verdict + (finding.isEmpty() ? "" : ", " + finding) + " [seed " + seed + "]";
    }
}
