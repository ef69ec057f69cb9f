package org.itocheck.mutant;

import java.util.ArrayList;
import java.util.List;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;

/**
 * One implementation before every claim that takes a family.
 *
 * @param id of the mutant, or the name of what is right
 * @param mistake in words
 * @param family the implementation
 * @param scheme whether it is meant to be Euler-Maruyama, not SVAG
 * @param problem where it runs
 * @param caught what each claim of {@link MatrixClaims} says: x fails it, a point does not, ? is not asserted, - does not apply
 */
record MatrixRow(String id, String mistake, Family family, boolean scheme, Problem problem, String caught) {
    private static final Problem C2 = SvagMutants.PROBLEM;
    private static final Problem C3 = DecayMutants.PROBLEM;
    private static final Problem SKEWED = NoiseMutants.SKEWED;

    /** What it should be. */
    Family law() {
        return scheme ? EulerMaruyama.family(problem) : Svag.family(problem);
    }

    @Override
    public String toString() {
        return id + ": " + mistake;
    }

    static List<MatrixRow> all() {
        List<MatrixRow> rows = new ArrayList<>();
        batches(rows);
        gaussian(rows);
        scalar(rows);
        decay(rows);
        right(rows);
        return rows;
    }

    private static void batches(List<MatrixRow> rows) {
        rows.add(svag("c = sqrt(2l)", SvagMutants.m01(), "x.?.xx."));
        rows.add(svag("c = sqrt(l)", SvagMutants.m02(), "xxx?xx."));
        rows.add(svag("c = 2l - 1", SvagMutants.m03(), "x???xx."));
        rows.add(svag("c = sqrt(2l + 1)", SvagMutants.m04(), "x.??xx."));
        rows.add(svag("same mini-batch twice", SvagMutants.m05(), "xxxxxxx"));
        rows.add(svag("step eta", SvagMutants.m06(), "x???xx."));
        rows.add(svag("step eta/sqrt(l)", SvagMutants.m07(), "xxxxxx."));
        rows.add(svag("K steps for l K", SvagMutants.m08(), "xxxx..."));
        rows.add(svag("sign of b", SvagMutants.m10(), "xxxxxx."));
        rows.add(svag("(1 + c)/2 twice", SvagMutants.m11(), "xxxxxx."));
        rows.add(svag("no replacement inside", SvagMutants.m12(), "x???xxx"));
        rows.add(svag("second batch disjoint", BatchMutants.m13(), "x??.xxx"));
        rows.add(svag("sum over the batch", SvagMutants.m14(), "xxxxxx."));
        rows.add(svag("B = 1 for B = 2", SvagMutants.m15(), "xxxxxxx"));
        rows.add(svag("second gradient full", SvagMutants.m16(), "xxx?xx."));
        rows.add(svag("last sample never drawn", BatchMutants.m17(), "xxxxxxx"));
        rows.add(svag("half-steps", SvagMutants.m18(), "xxxxxx."));
        rows.add(svag("one step too few", SvagMutants.m19(), "x...xxx"));
        rows.add(svag("level ignored", SvagMutants.m20(), "xxxxxxx"));
        rows.add(svag("no amplification", SvagMutants.m21(), "xxxxxxx"));
        rows.add(svag("second batch used again", BatchMutants.reuse(), "xxxx..x"));
        rows.add(svag("first batch used again", BatchMutants.reuseOfTheFirst(), "xxxx..x"));
        rows.add(svag("shuffled epochs", BatchMutants.shuffled(), "x???xxx"));
        rows.add(svag("draws shared by 256", BatchMutants.shared(256), "xxx?xxx"));
    }

    private static void gaussian(List<MatrixRow> rows) {
        rows.add(svag("Gaussian noise", GaussianMutants.m22(), "x......"));
        rows.add(svag("no eta/l in the noise", GaussianMutants.m23(), "x???xx."));
        rows.add(svag("independent coordinates", GaussianMutants.m24(), "xxx.xx."));
        rows.add(svag("covariance over n - 1", GaussianMutants.m25(), "x???xx."));
        rows.add(svag("covariance not over B", GaussianMutants.m26(), "xxxxxx."));
        rows.add(svag("covariance over B^2", GaussianMutants.m27(), "xxx?xx."));
        for (SdeMutants mutant : SdeMutants.values()) {
            rows.add(scheme(mutant.mistake(), mutant.family(), "x???xx."));
        }
        rows.add(scheme("E gg' for Cov g", GaussianMutants.s6(), "xxx?xx."));
    }

    private static void scalar(List<MatrixRow> rows) {
        rows.add(noise("second draw used again", NoiseMutants.a1(), "xxxx..-"));
        rows.add(noise("first draw used again", NoiseMutants.a2(), "xxxx..-"));
        rows.add(noise("one draw a trajectory", NoiseMutants.a3(), "xxxx..-"));
        rows.add(noise("Gaussian noise", NoiseMutants.a4(), "x...xx-"));
        rows.add(noise("one batch times sqrt(l)", NoiseMutants.a5(), "x.??.x-"));
        rows.add(noise("random sign of the noise", NoiseMutants.a6(), "x....x-"));
        rows.add(new MatrixRow("A7", "smaller batches", NoiseMutants.a7(), false, NoiseMutants.COUNTS, "xxx?xx-"));
        rows.add(noise("stale gradient", NoiseMutants.a8(), "x.??..-"));
        rows.add(noise("gradient bias 0.01", NoiseMutants.a9(), "x.??..-"));
        rows.add(noise("order 1/2", OrderMutants.fadingWarmUp(), "x.??.x-"));
    }

    private static void decay(List<MatrixRow> rows) {
        rows.add(decay("decay of a whole step", DecayMutants.w1(), "xxxxxx."));
        rows.add(decay("decay times a", DecayMutants.w2(), "xxxxxx."));
        rows.add(decay("decay times abs(a) + abs(b)", DecayMutants.w3(), "xxxxxx."));
        rows.add(decay("no decay", DecayMutants.w4(), "xxxxxx."));
        rows.add(decay("decay doubled", DecayMutants.w5(), "xxxxxx."));
        rows.add(decay("decay before the gradients", DecayMutants.w6(), "x...x.."));
    }

    private static void right(List<MatrixRow> rows) {
        rows.add(svag("a and b swapped", SvagMutants.m09(), "......."));
        rows.add(svag("right, C2", SvagMutants.rewritten(), "......."));
        rows.add(svag("right, indices drawn openly", BatchMutants.right(), "......."));
        rows.add(noise("right, A1/exp1", Svag.family(SKEWED), "......-"));
        rows.add(decay("right, C3", Svag.family(C3), "......."));
        rows.add(scheme("right, C2", EulerMaruyama.family(C2), "......."));
    }

    private static MatrixRow svag(String mistake, Family family, String caught) {
        return new MatrixRow(family.name(), mistake, family, false, C2, caught);
    }

    private static MatrixRow scheme(String mistake, Family family, String caught) {
        return new MatrixRow(family.name(), mistake, family, true, C2, caught);
    }

    private static MatrixRow noise(String mistake, Family family, String caught) {
        return new MatrixRow(family.name(), mistake, family, false, SKEWED, caught);
    }

    private static MatrixRow decay(String mistake, Family family, String caught) {
        return new MatrixRow(family.name(), mistake, family, false, C3, caught);
    }
}
