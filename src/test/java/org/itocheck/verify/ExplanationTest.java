package org.itocheck.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.itocheck.claim.Cell;
import org.itocheck.claim.Outcome;
import org.itocheck.claim.Verdict;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.Test;

/** Messages are what users see of the library: to the character. */
class ExplanationTest {
    private static final Seed SEED = Seed.parse("0x00005EED00000001");
    private static final List<Integer> LADDER = List.of(1, 2, 4, 8, 16);
    private static final Provenance TEST = new Provenance(
            "mvn test -Dtest='SvagTest#broken_svag' -Ditocheck.seed=0x00005EED00000001",
            "reports/SvagTest/broken_svag.html",
            "itocheck 0.1.0, Java 17.0.15, 2 threads");

    @Test
    void failed_limit() {
        assertThat(Explanation.of(brokenLimit(), TEST)).isEqualTo("""
                limit of BrokenSvag on ornstein-uhlenbeck is its SDE: FAIL, |x|^2 is off by -0.0493 ± 0.0018 (allowed ± 0.0100) [seed 0x00005EED00000001]

                  claim      E g(x_lK) -> E g(X_T) as l -> infinity            Li, Malladi, Arora 2021, arXiv:2102.12470, section 4
                  observed   |x|^2 failed; x[0] passed (-0.0018 ± 0.0044)
                  truth      closed form E |x|^2 = 0.11648                     T = 2, eta = 0.2, K = 10 steps
                        l    eta/l      error   ± joint      paths
                        1   0.2000   +0.00492   0.00144    400 000
                        2   0.1000   -0.02331   0.00110    400 000
                        4   0.0500   -0.03687   0.00093    400 000
                        8   0.0250   -0.04289   0.00085    400 000
                       16   0.0125   -0.04610   0.00081    400 000
                  diagnosis  the error does not shrink with l; Var x[0] at l = 16 is 0.54 of the SDE's: one step has the wrong noise, see OneStepMoments
                  power      false alarm < 1e-6 over all 10 intervals; a breach of 0.01 passes with probability < 1e-7
                  reproduce  mvn test -Dtest='SvagTest#broken_svag' -Ditocheck.seed=0x00005EED00000001
                  report     reports/SvagTest/broken_svag.html (.json beside it); itocheck 0.1.0, Java 17.0.15, 2 threads""");
    }

    @Test
    void inconclusive_limit() {
        Provenance plain = new Provenance(TEST.reproduce(), null, "itocheck 0.1.0, Java 17.0.15, 1 thread");

        assertThat(Explanation.of(openLimit(), plain)).isEqualTo("""
                limit of SVAG on A1/skew2pt is its SDE: INCONCLUSIVE, x[0]^2 at k = 2 is 0.0005 ± 0.0014 (allowed ± 0.0010); needs about 1.5e8 paths, budget 400000 [seed 0x00005EED00000001]

                  claim      E g(x_lK) -> E g(X_T) as l -> infinity            Li, Malladi, Arora 2021, arXiv:2102.12470, section 4
                  observed   x[0]^2 open (0.0005 ± 0.0014)
                  truth      closed form E x[0]^2 = 0.45                       T = 2, eta = 0.5, K = 4 steps
                        l    eta/l      error   ± joint      paths   at k = 2
                        1   0.5000    +0.0612    0.0021    400 000
                        2   0.2500    +0.0310    0.0017    400 000
                  power      false alarm < 1e-6 over all 2 intervals; a breach of 0.001 passes with probability < 5e-7
                  verdict    neither shown nor refuted; this fails a test, because silence is not agreement
                  try        look at the last checkpoint only
                             raise the budget: -Ditocheck.trajectories=150000000
                  reproduce  mvn test -Dtest='SvagTest#broken_svag' -Ditocheck.seed=0x00005EED00000001
                  run        itocheck 0.1.0, Java 17.0.15, 1 thread""");
    }

    @Test
    void failed_means() {
        assertThat(Explanation.of(brokenMeans(), TEST)).isEqualTo("""
                means of MySgd on C2 are those of SGD: FAIL, x[0] at l = 1, k = 4 is off by -12345.7 ± 0.0 [seed 0x00005EED00000001]

                  claim      E g(x_lk) = its exact value, every l, k and g     THEORY 5.1, 5.2
                  observed   x[0] failed
                  truth      moment recursion of a finite sum with a long name indeed  T = 1, eta = 0.25, K = 4 steps
                        l    eta/l          error   ± joint        paths
                        1   0.2500  -12345.678000  0.000012  400 000 000
                  diagnosis  the mean of x itself is off: look at the drift, the number of steps and the weight decay
                  power      false alarm < 1e-6 over all 1 means; a bias of 2 % of sd is missed with probability < 0.001
                  reproduce  mvn test -Dtest='SvagTest#broken_svag' -Ditocheck.seed=0x00005EED00000001
                  report     reports/SvagTest/broken_svag.html (.json beside it); itocheck 0.1.0, Java 17.0.15, 2 threads""");
    }

    @Test
    void inconclusive_means_because_nothing_is_known() {
        assertThat(Explanation.of(unknownMeans(), TEST)).isEqualTo("""
                means of SGD on D1/gauss are exact: INCONCLUSIVE, cos x[0] at l = 1: no exact value is known [seed 0x00005EED00000001]

                  claim      E g(x_lk) = its exact value, every l, k and g     THEORY 5.1, 5.2
                  observed   cos x[0] open
                  truth      none                                              T = 2, eta = 0.5, K = 4 steps
                        l    eta/l      error   ± joint      paths
                        1   0.5000    unknown         -    190 000
                  power      false alarm < 1e-6 over all 1 means; a bias of 2 % of sd is missed with probability < 0.001
                  verdict    neither shown nor refuted; this fails a test, because silence is not agreement
                  reproduce  mvn test -Dtest='SvagTest#broken_svag' -Ditocheck.seed=0x00005EED00000001
                  report     reports/SvagTest/broken_svag.html (.json beside it); itocheck 0.1.0, Java 17.0.15, 2 threads""");
    }

    @Test
    void the_same_in_every_locale() {
        String expected = Explanation.of(brokenLimit(), TEST);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Explanation.of(brokenLimit(), TEST)).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(expected.replace("±", "")).isASCII();
    }

    @Test
    void differences_are_shown_line_by_line() {
        assertThat(Explanation.expected(brokenLimit())).startsWith("""
                E |x|^2 at l = 1, k = 10: 0.11648 ± 0.01
                E |x|^2 at l = 2, k = 10: 0.11648 ± 0.01
                """);
        assertThat(Explanation.actual(brokenLimit())).startsWith("""
                E |x|^2 at l = 1, k = 10: 0.1214 ± 0.0014
                E |x|^2 at l = 2, k = 10: 0.0932 ± 0.0011
                """);
        assertThat(Explanation.expected(unknownMeans())).isEqualTo("E cos x[0] at l = 1, k = 4: unknown\n");
        assertThat(Explanation.actual(unknownMeans())).isEqualTo("E cos x[0] at l = 1, k = 4: 0.7\n");
    }

    @Test
    void an_outcome_without_cells_has_no_ladder() {
        Outcome bare = new Outcome(
                "Scale",
                "loss is scale invariant",
                "",
                "",
                Verdict.PASS,
                "",
                "",
                "",
                "",
                List.of(),
                "",
                "",
                "",
                List.of(),
                List.of(),
                0,
                0,
                SEED);

        assertThat(Explanation.of(bare, TEST)).isEqualTo("""
                loss is scale invariant: PASS [seed 0x00005EED00000001]

                  reproduce  mvn test -Dtest='SvagTest#broken_svag' -Ditocheck.seed=0x00005EED00000001
                  report     reports/SvagTest/broken_svag.html (.json beside it); itocheck 0.1.0, Java 17.0.15, 2 threads""");
    }

    private static Outcome brokenLimit() {
        double[] errors = {0.00492, -0.02331, -0.03687, -0.04289, -0.04610};
        double[] joint = {0.00144, 0.00110, 0.00093, 0.00085, 0.00081};
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < errors.length; i++) {
            int level = LADDER.get(i);
            cells.add(cell("x[0]", level, 0.2, 10, 0.1, 0.0001, 0.002, 400_000, Verdict.PASS));
            cells.add(cell("|x|^2", level, 0.2, 10, 0.11648, errors[i], joint[i], 400_000, Verdict.FAIL));
        }
        return outcome(
                "LimitBias",
                "limit of BrokenSvag on ornstein-uhlenbeck is its SDE",
                Verdict.FAIL,
                "|x|^2 is off by -0.0493 ± 0.0018 (allowed ± 0.0100)",
                "|x|^2 failed; x[0] passed (-0.0018 ± 0.0044)",
                "closed form E |x|^2 = 0.11648",
                "T = 2, eta = 0.2, K = 10 steps",
                cells,
                "the error does not shrink with l; Var x[0] at l = 16 is 0.54 of the SDE's: one step has the wrong noise,"
                        + " see OneStepMoments",
                "false alarm < 1e-6 over all 10 intervals; a breach of 0.01 passes with probability < 1e-7",
                List.of());
    }

    private static Outcome openLimit() {
        return outcome(
                "LimitBias",
                "limit of SVAG on A1/skew2pt is its SDE",
                Verdict.INCONCLUSIVE,
                "x[0]^2 at k = 2 is 0.0005 ± 0.0014 (allowed ± 0.0010); needs about 1.5e8 paths, budget 400000",
                "x[0]^2 open (0.0005 ± 0.0014)",
                "closed form E x[0]^2 = 0.45",
                "T = 2, eta = 0.5, K = 4 steps",
                List.of(
                        cell("x[0]^2", 1, 0.5, 2, 0.45, 0.0612, 0.0021, 400_000, Verdict.INCONCLUSIVE),
                        cell("x[0]^2", 2, 0.5, 2, 0.45, 0.0310, 0.0017, 400_000, Verdict.INCONCLUSIVE),
                        cell("x[0]^2", 1, 0.5, 4, 0.40, 0.0300, 0.0021, 400_000, Verdict.PASS),
                        cell("x[0]^2", 2, 0.5, 4, 0.40, 0.0150, 0.0017, 400_000, Verdict.PASS)),
                "",
                "false alarm < 1e-6 over all 2 intervals; a breach of 0.001 passes with probability < 5e-7",
                List.of("look at the last checkpoint only", "raise the budget: -Ditocheck.trajectories=150000000"));
    }

    private static Outcome brokenMeans() {
        return outcome(
                "ExactMean",
                "means of MySgd on C2 are those of SGD",
                Verdict.FAIL,
                "x[0] at l = 1, k = 4 is off by -12345.7 ± 0.0",
                "x[0] failed",
                "moment recursion of a finite sum with a long name indeed",
                "T = 1, eta = 0.25, K = 4 steps",
                List.of(cell("x[0]", 1, 0.25, 4, 0, -12345.678, 1.2e-5, 400_000_000, Verdict.FAIL)),
                "the mean of x itself is off: look at the drift, the number of steps and the weight decay",
                "false alarm < 1e-6 over all 1 means; a bias of 2 % of sd is missed with probability < 0.001",
                List.of());
    }

    private static Outcome unknownMeans() {
        double unknown = Double.NaN;
        Cell cell = new Cell(
                "cos x[0]",
                1,
                0.5,
                4,
                0.7,
                unknown,
                unknown,
                unknown,
                unknown,
                0.3,
                190_000,
                Verdict.INCONCLUSIVE,
                "no exact value is known");
        return outcome(
                "ExactMean",
                "means of SGD on D1/gauss are exact",
                Verdict.INCONCLUSIVE,
                "cos x[0] at l = 1: no exact value is known",
                "cos x[0] open",
                "none",
                "T = 2, eta = 0.5, K = 4 steps",
                List.of(cell),
                "",
                "false alarm < 1e-6 over all 1 means; a bias of 2 % of sd is missed with probability < 0.001",
                List.of());
    }

    private static Cell cell(
            String observable,
            int level,
            double eta,
            int checkpoint,
            double truth,
            double error,
            double joint,
            long paths,
            Verdict verdict) {
        return new Cell(
                observable,
                level,
                eta / level,
                checkpoint,
                truth + error,
                truth,
                error,
                joint,
                0.01,
                0.5,
                paths,
                verdict,
                "");
    }

    private static Outcome outcome(
            String claim,
            String statement,
            Verdict verdict,
            String finding,
            String observed,
            String truth,
            String setting,
            List<Cell> cells,
            String diagnosis,
            String power,
            List<String> remedies) {
        boolean limit = claim.equals("LimitBias");
        return new Outcome(
                claim,
                statement,
                limit ? "E g(x_lK) -> E g(X_T) as l -> infinity" : "E g(x_lk) = its exact value, every l, k and g",
                limit ? "Li, Malladi, Arora 2021, arXiv:2102.12470, section 4" : "THEORY 5.1, 5.2",
                verdict,
                finding,
                observed,
                truth,
                setting,
                cells,
                cells.get(cells.size() - 1).observable(),
                diagnosis,
                power,
                remedies,
                cells.stream().map(Cell::level).distinct().toList(),
                2_000_000,
                12.5,
                SEED);
    }
}
