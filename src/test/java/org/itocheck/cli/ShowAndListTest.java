package org.itocheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.itocheck.dynamics.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShowAndListTest {
    /** The numbers are those of THEORY 3.A. */
    @Test
    void a_problem_is_shown_with_what_is_known_and_its_exact_weak_errors() {
        Console run = Console.run("show", "A1/skew2pt");

        assertThat(run.code()).isEqualTo(Main.PASSED);
        assertThat(run.err()).isEmpty();
        assertThat(run.timeless()).isEqualTo("""
                A1/skew2pt
                  loss         g(x) = H x + s xi, L(x) = x'Hx/2; H = 1.0, s = 1.0, xi ~ skew2pt
                  dimension    1
                  start        1
                  time         eta = 0.5, K = 4 SGD steps, T = 2, no weight decay
                  SVAG         exact means: closed form
                  SDE          exact means: closed form
                  observables  x[0], x[0]^2, x[0]^3, cos x[0], exp(-x[0]^2/2), loss

                Claims (verify --problem A1/skew2pt --claim KIND):
                  exact-means   yes
                  limit         yes
                  order         yes
                  envelope      yes
                  ladder        yes
                  parts         yes
                  one-step      yes
                  sampled-step  yes
                  batches       no: the loss is no finite sum
                  batch-sizes   no: noise of A1/skew2pt is skew2pt, which has no 4 equal independent parts; use gaussian, poisson1 or exp1 noise, or a finite sum with batches of 4
                  scale         no: <x, g> = 0 at (1) is violated by 2.18 of its size
                  norms         no: A1/skew2pt is not scale invariant: <x, g> is 2.18 of |x| |g| at the start
                  equilibrium   no: without weight decay there is no equilibrium
                  tail          yes, where the noise has a density
                  moments       yes

                Exact weak errors e(l) = E g(SVAG(l)) - E g(SDE) at T = 2; SVAG(1) is SGD:
                  g                  E g(X_T)    sd g        e(1)        e(2)        e(4)        e(8)       e(16)       e(32)       e(64)
                  x[0]            0.135335283  0.4954  -7.284e-02  -3.522e-02  -1.727e-02  -8.546e-03  -4.251e-03  -2.120e-03  -1.059e-03
                  x[0]^2          0.263736729  0.3721   7.220e-02   2.914e-02   1.315e-02   6.255e-03   3.051e-03   1.507e-03   7.486e-04
                  x[0]^3          0.102121150  0.5120  -4.205e-01  -1.962e-01  -9.398e-02  -4.595e-02  -2.271e-02  -1.129e-02  -5.630e-03
                  cos x[0]        0.876431739  0.1636  -2.247e-02  -1.178e-02  -6.035e-03  -3.044e-03  -1.528e-03  -7.650e-04  -3.828e-04
                  exp(-x[0]^2/2)  0.889505098  0.1333  -9.975e-03  -9.678e-03  -5.588e-03  -2.912e-03  -1.478e-03  -7.439e-04  -3.731e-04
                  loss            0.131868365  0.1860   3.610e-02   1.457e-02   6.576e-03   3.127e-03   1.525e-03   7.533e-04   3.743e-04

                computed in ? s
                """);
    }

    /** Each number of THEORY 3.A, with its own digits, in the row of its test function. */
    @ParameterizedTest
    @CsvSource({
        "x[0], 0.135335283, 0.4954, -7.284e-02 -3.522e-02 -1.727e-02 -8.546e-03 -4.251e-03 -2.120e-03 -1.059e-03",
        "x[0]^2, 0.263736729, 0.3721, 7.220e-02 2.914e-02 1.315e-02 6.255e-03 3.051e-03 1.507e-03 7.486e-04",
        "x[0]^3, 0.102121150, 0.5120, -4.205e-01 -1.962e-01 -9.398e-02 -4.595e-02 -2.271e-02 -1.129e-02 -5.630e-03",
        "cos x[0], 0.876431739, 0.1636, -2.247e-02 -1.178e-02 -6.035e-03 -3.044e-03 -1.528e-03 -7.650e-04 -3.828e-04",
        "exp(-x[0]^2/2), 0.889505098, 0.1333, -9.975e-03 -9.678e-03 -5.588e-03 -2.912e-03 -1.478e-03 -7.439e-04 -3.731e-04"
    })
    void the_weak_errors_are_those_of_the_theory(String g, String mean, String deviation, String errors) {
        String row = Console.run("show", "A1/skew2pt")
                .out()
                .lines()
                .filter(line -> line.startsWith("  " + g + "  "))
                .reduce((first, second) -> second)
                .orElseThrow();

        assertThat(row.substring(2 + g.length()).strip().split(" +"))
                .startsWith(mean, deviation)
                .endsWith(errors.split(" "));
    }

    @Test
    void the_list_names_everything_in_aligned_columns() {
        Console run = Console.run("list");

        assertThat(run.code()).isEqualTo(Main.PASSED);
        List<String> table =
                run.out().lines().takeWhile(line -> !line.isEmpty()).skip(1).toList();
        int column = table.get(0).indexOf("exact means of SVAG");
        assertThat(table)
                .hasSize(Problems.names().size() + 1)
                .allMatch(row -> row.charAt(column - 1) == ' ' && row.charAt(column) != ' ');
        assertThat(table.stream().map(row -> row.strip().replaceAll("  +", " | ")))
                .startsWith(
                        "name | d | eta | lambda | K | exact means of SVAG | of the SDE",
                        "A1/gaussian | 1 | 0.5 | 0 | 4 | closed form | closed form")
                .contains(
                        "C3 | 2 | 0.25 | 0.5 | 4 | moment recursion | moment ODE",
                        "D1/skew2pt | 1 | 0.5 | 0 | 4 | grid | grid",
                        "digits/softmax-64 | 640 | 0.5 | 0.01 | 6 | - | - (estimated)");
        assertThat(run.out()).endsWith("""

                Claims (verify --claim KIND):
                  exact-means   the code is right: at every level and step, E g equals its exact value
                  limit         the SDE is the limit: e(l) = c0 + c1/l + c2/l^2 with |c0| small
                  order         weak order 1: e(l) = c1/l + c2/l^2 and nothing else, at every level
                  envelope      the error is small: |e(l)| <= C/l at every level, for the C that you give
                  ladder        l |e(l)| is bounded, on exact numbers; nothing is random
                  parts         the error in two parts, of the noise that is not Gaussian and of the steps, is small
                  one-step      one step has the moments of SVAG; every path is run, nothing is random
                  sampled-step  one step has the moments of SVAG, by simulation of steps
                  batches       mini-batches are drawn uniformly, with replacement, and fresh in every step
                  batch-sizes   the linear scaling rule keeps the law for every batch size
                  scale         every mini-batch loss is scale invariant
                  norms         |x|^2 obeys its recursion in every step, as it does on scale-invariant losses
                  equilibrium   noise, gradient and weight decay keep |x|^2 in balance in the long run
                  tail          the gradient noise at the start has the tail index 2 of a Gaussian
                  moments       the gradient noise at the start has 4 and 8 moments

                Studies (verify --study NAME):
                  default  SVAG and Euler-Maruyama, synthetic losses and digits
                  theory   the paper, statement by statement, each where it holds
                  smoke    one quick claim, to see that everything works

                Networks (list networks, show NAME):
                  mlp[-WIDTH ...][-tanh]-NORM[-si]
                  preresnet-DEPTH[xWIDTH]-NORM[-si]
                  resnet-DEPTH[xWIDTH]-NORM[-si]
                  vgg-DEPTH[xWIDTH]-NORM[-si]

                Families:     svag, euler-maruyama, sgd, ngd, gd, linear-scaling
                Observables:  x[0], x[0]^2, x[0] x[1]^2, |x|^2, cos x[0], exp(-x[0]^2/2), x[0]/|x|, |grad L|^2, tr S, loss
                Experiments:  figure-1, figure-2, figure-5, figure-6, figure-7, figure-8, figure-10, figure-11, figure-12, figure-13, figure-14, figure-15, figure-16, figure-17, figure-18, figure-19; each also in small, as NAME-mini
                """);
    }

    @Test
    void the_list_is_complete() {
        List<String> lines = Console.run("list").out().lines().toList();

        Problems.names().forEach(name -> assertThat(lines).anyMatch(line -> line.startsWith("  " + name + " ")));
        Arrays.stream(ClaimKind.values())
                .forEach(kind -> assertThat(lines).anyMatch(line -> line.startsWith("  " + kind.label() + " ")));
    }

    @Test
    void what_is_unknown_is_said_to_be() {
        assertThat(Console.run("show", "B1").out())
                .contains("  exact-means   yes, without cos x[0], exp(-x[0]^2/2): choose with --observe\n")
                .containsPattern("  cos x\\[0] +unknown +unknown +- +- ");
        assertThat(Console.run("show", "digits/logistic").out())
                .contains("  SVAG         no exact means are known\n")
                .contains("  exact-means   no: there are no exact means to compare with\n")
                .contains("  limit         yes, against a limit that Euler-Maruyama estimates")
                .contains("  one-step      no: SVAG(2) has more than ")
                .doesNotContain("Exact weak errors");
        assertThat(Console.run("show", "digits/softmax-64").out())
                .contains("  dimension    640\n")
                .contains("(642 in all: choose some with --observe)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C2", "D1/skew2pt", "digits/least-squares"})
    void every_number_of_the_table_is_known(String name) {
        String out = Console.run("show", name).out();

        assertThat(out.substring(out.indexOf("Exact weak errors")).lines().skip(2))
                .hasSizeGreaterThan(6)
                .noneMatch(line -> line.matches(".* - .*"));
    }
}
