package org.itocheck.report;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.random.Seed;

/**
 * The shape of the JSON file, apart from the classes it is made of: these names are a promise to readers, see
 * docs/report-schema.json. All wall times are in one field, so that the rest is the same in every run of a seed.
 */
record ReportDocument(
        int schemaVersion,
        String name,
        Verdict verdict,
        String seed,
        String reproduce,
        List<Claim> claims,
        Environment environment,
        WallTime wallTime) {
    /** Raised when a field changes its meaning or goes. */
    static final int SCHEMA_VERSION = 1;

    /** An outcome without its wall time. */
    record Claim(
            String claim,
            String statement,
            String formula,
            String source,
            Verdict verdict,
            String finding,
            String observed,
            String truth,
            String setting,
            String decisive,
            String diagnosis,
            String power,
            List<String> remedies,
            List<Integer> levels,
            long trajectories,
            String seed,
            List<Cell> cells) {
        static Claim of(Outcome o) {
            return new Claim(
                    o.claim(),
                    o.statement(),
                    o.formula(),
                    o.source(),
                    o.verdict(),
                    o.finding(),
                    o.observed(),
                    o.truth(),
                    o.setting(),
                    o.decisive(),
                    o.diagnosis(),
                    o.power(),
                    o.remedies(),
                    o.levels(),
                    o.trajectories(),
                    o.seed().toString(),
                    o.cells());
        }

        Outcome outcome(double seconds) {
            return new Outcome(
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
                    diagnosis,
                    power,
                    remedies,
                    levels,
                    trajectories,
                    seconds,
                    Seed.parse(seed));
        }
    }

    /** Seconds of the study and of each claim, in the order of the claims. */
    record WallTime(double seconds, List<Double> claims) {}

    static ReportDocument of(StudyResult result) {
        return new ReportDocument(
                SCHEMA_VERSION,
                result.name(),
                result.verdict(),
                result.seed().toString(),
                result.reproduce(),
                result.outcomes().stream().map(Claim::of).toList(),
                result.environment(),
                new WallTime(
                        result.seconds(),
                        result.outcomes().stream().map(Outcome::seconds).toList()));
    }

    /**
     * The study; the verdict of the document is not read, since it follows from those of the claims.
     *
     * @throws IllegalArgumentException if there are not as many wall times as claims
     */
    StudyResult result() {
        if (claims.size() != wallTime.claims().size()) {
            throw new IllegalArgumentException("there are " + claims.size() + " claims and the wall times of "
                    + wallTime.claims().size());
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            outcomes.add(claims.get(i).outcome(wallTime.claims().get(i)));
        }
        return new StudyResult(name, outcomes, Seed.parse(seed), reproduce, environment, wallTime.seconds());
    }
}
