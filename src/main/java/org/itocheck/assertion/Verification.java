package org.itocheck.assertion;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.claim.Claim;
import org.itocheck.claim.Outcome;
import org.itocheck.verify.Explanation;
import org.itocheck.verify.SeedFrame;
import org.itocheck.verify.Verifier;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/** What every chain of assertions has: a verifier, a description, and the outcomes of its verbs. */
final class Verification {
    private final String exampleVerb;
    private final List<Outcome> outcomes = new ArrayList<>();
    private @Nullable Verifier verifier;
    private String description = "";

    /**
     * @param exampleVerb a verb of the chain, for a message
     */
    Verification(String exampleVerb) {
        this.exampleVerb = exampleVerb;
    }

    void using(Verifier newVerifier) {
        verifier = newVerifier;
    }

    void as(String newDescription) {
        description = newDescription;
    }

    /** The verifier, or an error that says what to add before the verb. */
    Verifier requireVerifier(String verb) {
        return Missing.require(verifier, verb, "a verifier", ".using(verifier)");
    }

    /** Verifies a claim, keeps its outcome, and throws unless it passed. */
    void verify(Claim claim) {
        Verifier judge = requireVerifier(claim.getClass().getSimpleName());
        Outcome outcome = judge.verify(claim);
        outcomes.add(outcome);
        if (!outcome.passed()) {
            String message = (description.isEmpty() ? "" : "[" + description + "] ") + judge.explain(outcome);
            throw SeedFrame.addTo(
                    new AssertionFailedError(message, Explanation.expected(outcome), Explanation.actual(outcome)),
                    outcome.seed());
        }
    }

    /** The latest outcome. */
    Outcome outcome() {
        if (outcomes.isEmpty()) {
            throw new IllegalStateException("nothing was verified yet: call a verb first, for example ." + exampleVerb);
        }
        return outcomes.get(outcomes.size() - 1);
    }

    List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }
}
