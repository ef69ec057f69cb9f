package org.itocheck.junit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.random.Seed;
import org.itocheck.report.ReportException;
import org.itocheck.stats.ErrorBudget;
import org.itocheck.verify.Settings;
import org.itocheck.verify.Verifier;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One running test: its verifier, what came out so far, and the word about it at the end. */
final class VerifiedTest {
    private final TestName name;
    private final Verifier verifier;
    private final String command;
    private final Path page;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final long began = System.nanoTime();

    VerifiedTest(TestName name, Seed seed, ErrorBudget budget, long trajectories, Settings settings) {
        this.name = name;
        this.command = name.command(seed, settings.trajectories());
        this.page = settings.reports().resolve(name.path() + ".html");
        this.verifier = new Verifier(
                        seed,
                        budget.falseFailRate(),
                        budget.falsePassRate(),
                        settings.trajectories().orElse(trajectories),
                        settings.threads())
                .withScope(name.scope())
                .withListener(this::add)
                .withReproduction(command, page.toString().replace('\\', '/'));
    }

    private synchronized void add(Outcome outcome) {
        outcomes.add(outcome);
    }

    Verifier verifier() {
        return verifier;
    }

    /** Says what came out, where the seed is and how to see it again; complains if nothing was verified by a test that passed. */
    synchronized void finish(ExtensionContext context) {
        boolean failed = context.getExecutionException().isPresent();
        if (verifier.spentShares() == 0) {
            if (!failed) {
                throw new IllegalStateException(name.display() + " takes a Verifier and verified nothing."
                        + " End its chain of calls with a verb such as .hasExactMeans(), or remove the parameter");
            }
            return;
        }
        String verdict = verdict(failed);
        System.out.println("[itocheck] " + name.display() + ": " + verdict + " seed " + verifier.seed()
                + " (reproduce: " + command + ")");
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("itocheck.verdict", verdict);
        entries.put(Settings.SEED, verifier.seed().toString());
        entries.put("itocheck.reproduce", command);
        context.publishReportEntry(entries);
        writeReport();
    }

    private String verdict(boolean failed) {
        String worst = outcomes.stream()
                .map(Outcome::verdict)
                .reduce(Verdict::and)
                .map(Verdict::toString)
                .orElse("no outcome,");
        return !failed && !worst.equals("PASS") ? worst + " as the test expects," : worst;
    }

    /** A report that cannot be written changes no verdict. */
    private void writeReport() {
        if (outcomes.isEmpty()) {
            return;
        }
        try {
            double seconds = (System.nanoTime() - began) * 1e-9;
            ReportPublisher.publish(
                    page, name.display(), outcomes, verifier.seed(), command, verifier.threads(), seconds);
        } catch (ReportException e) {
            System.out.println("[itocheck] " + name.display() + ": no report, " + e.getMessage());
        }
    }
}
