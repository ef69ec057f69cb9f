package org.itocheck.truth;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.observable.ArsinhPolynomial;
import org.itocheck.observable.Exponents;
import org.itocheck.observable.Observable;
import org.itocheck.observable.Polynomial;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The golden numbers, computed independently of this library. */
final class Golden {
    static final JsonNode ROOT = new ObjectMapper().readTree(new File("fixtures/golden/golden-first-light.json"));

    /** Names in the catalogue of this library to names in the golden file. */
    static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("A1/gaussian", "A1/gaussian"),
            Map.entry("A1/rademacher", "A1/rademacher"),
            Map.entry("A1/skew2pt", "A1/skew2pt"),
            Map.entry("A1/poisson1", "A1/poisson1"),
            Map.entry("A1/exp1", "A1/exp1"),
            Map.entry("A2_nodrift/rademacher", "A2_nodrift_rademacher"),
            Map.entry("A2_nodrift/exp1", "A2_nodrift_exp1"),
            Map.entry("A2_nodrift/gaussian", "A2_nodrift_gaussian"),
            Map.entry("A3_x0zero/rademacher", "A3_x0zero_rademacher"),
            Map.entry("A4_cancel/rademacher", "A4_cancel_x2"),
            Map.entry("A5_signchange/rademacher", "A5_signchange_x2"),
            Map.entry("B1", "B1_mult_rad_gauss"),
            Map.entry("B2", "B2_mult_skew_same"),
            Map.entry("C1", "C1_lsq_d2_B1"),
            Map.entry("C2", "C2_lsq_d2_B2"),
            Map.entry("C3", "C3_lsq_d2_B2_wd"),
            Map.entry("D1/gaussian", "D1_doublewell/gaussian"),
            Map.entry("D1/rademacher", "D1_doublewell/rademacher"),
            Map.entry("D1/skew2pt", "D1_doublewell/skew2pt"));

    private Golden() {}

    /**
     * One golden number.
     *
     * @param level l, or 0 for the SDE
     * @param variance whether the value is Var g, not E g
     */
    record Cell(int checkpoint, int level, Observable g, boolean variance, double value) {}

    static Problem problem(String name) {
        return Problems.named(name);
    }

    static List<Cell> cells(String name) {
        return cells(problem(name), ROOT.path("problems").path(NAMES.get(name)));
    }

    static List<Cell> cells(Problem problem, JsonNode golden) {
        List<Cell> cells = new ArrayList<>();
        for (var checkpoint : golden.path("checkpoints").properties()) {
            int k = Integer.parseInt(checkpoint.getKey());
            JsonNode node = checkpoint.getValue();
            add(cells, problem, k, 0, false, node.path("sde"));
            add(cells, problem, k, 0, true, node.path("sde_var"));
            addMoments(cells, k, 0, node.path("sde_moments"));
            for (var level : node.path("svag").properties()) {
                int l = Integer.parseInt(level.getKey());
                add(cells, problem, k, l, false, level.getValue().path("E"));
                add(cells, problem, k, l, true, level.getValue().path("Var"));
                addMoments(cells, k, l, level.getValue().path("moments"));
            }
        }
        return cells;
    }

    private static void add(List<Cell> cells, Problem problem, int k, int level, boolean variance, JsonNode values) {
        for (var value : values.properties()) {
            Observable g = observable(value.getKey(), problem);
            cells.add(new Cell(k, level, g, variance, value.getValue().asDouble()));
        }
    }

    private static void addMoments(List<Cell> cells, int k, int level, JsonNode values) {
        for (int m = 1; m < values.size(); m++) {
            cells.add(new Cell(
                    k, level, Observable.power(0, m), false, values.path(m).asDouble()));
        }
    }

    static Observable observable(String name, Problem problem) {
        return switch (name) {
            case "x" -> Observable.coordinate(0);
            case "x2" -> problem.objective().dimension() == 1 ? Observable.power(0, 2) : Observable.coordinate(1);
            case "x3" -> Observable.power(0, 3);
            case "x4" -> Observable.power(0, 4);
            case "cos" -> Observable.cosine(0);
            case "gauss" -> Observable.gaussianBump(0);
            case "loss" -> Observable.loss(problem.objective());
            case "norm2" -> Observable.squaredNorm();
            case "norm4" ->
                polynomial(Map.of(new Exponents(4, 0), 1.0, new Exponents(2, 2), 2.0, new Exponents(0, 4), 1.0));
            case "x1" -> Observable.coordinate(0);
            case "x1x1" -> Observable.power(0, 2);
            case "x1x2" -> polynomial(Map.of(new Exponents(1, 1), 1.0));
            case "x2x2" -> Observable.power(1, 2);
            case "x1^3" -> Observable.power(0, 3);
            case "x1x2^2" -> polynomial(Map.of(new Exponents(1, 2), 1.0));
            case "arsinh" -> ArsinhPolynomial.power(0, 1);
            case "arsinh2" -> ArsinhPolynomial.power(0, 2);
            case "p_arsinh" -> new ArsinhPolynomial(0, 0, 8, -6, 1);
            case "x1^4" -> Observable.power(0, 4);
            default -> throw new IllegalArgumentException("no observable for the golden name " + name);
        };
    }

    static Polynomial polynomial(Map<Exponents, Double> terms) {
        return new Polynomial() {
            @Override
            public Map<Exponents, Double> terms(int dimension) {
                return terms;
            }

            @Override
            public int degree() {
                return terms.keySet().stream().mapToInt(Exponents::degree).max().orElse(0);
            }

            @Override
            public String name() {
                return terms.toString();
            }

            @Override
            public Measure measure(int lanes) {
                return (x, out) -> {
                    for (int j = 0; j < lanes; j++) {
                        out[j] = value(terms, x, j);
                    }
                };
            }
        };
    }

    private static double value(Map<Exponents, Double> terms, double[][] x, int lane) {
        double sum = 0;
        for (var term : terms.entrySet()) {
            double product = term.getValue();
            for (int i = 0; i < x.length; i++) {
                product *= Math.pow(x[i][lane], term.getKey().power(i));
            }
            sum += product;
        }
        return sum;
    }
}
