package org.itocheck.report;

import java.util.List;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Outcome;
import org.itocheck.verify.Verifier;

/**
 * Claims that are verified together and reported on one page; they share the error budget of their verifier.
 *
 * <pre>{@code
 * StudyResult result = Study.of("svag", new WeakOrder(setting, limit, 1, within(0.01)), new OneStepMoments(setting))
 *         .run(Verifier.withSeed(Seed.parse("0x5EED00000001")));
 * System.exit(result.writeHtml(Path.of("reports/svag.html")).writeJson(Path.of("reports/svag.json")).exitCode());
 * }</pre>
 *
 * @param name of the study, for its report
 * @param claims at least one
 */
public record Study(String name, List<Claim> claims) {
    /** Copies the list. */
    public Study {
        claims = List.copyOf(claims);
        if (claims.isEmpty()) {
            throw new IllegalArgumentException(
                    "claims is empty, expected at least one: nothing claimed is nothing shown");
        }
    }

    /** A study of the given claims. */
    public static Study of(String name, Claim... claims) {
        return new Study(name, List.of(claims));
    }

    /** Verifies all claims; the result reproduces itself by the same verifier. */
    public StudyResult run(Verifier verifier) {
        return run(verifier, "the same claims in the same order with " + verifier);
    }

    /**
     * Verifies all claims.
     *
     * @param reproduce one line that runs the study again with the same bits
     */
    public StudyResult run(Verifier verifier, String reproduce) {
        long began = System.nanoTime();
        List<Outcome> outcomes = verifier.verify(claims);
        double seconds = (System.nanoTime() - began) * 1e-9;
        return new StudyResult(
                name, outcomes, verifier.seed(), reproduce, Environment.current(verifier.threads()), seconds);
    }
}
