package org.itocheck.claim.equilibrium;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.itocheck.truth.EquilibriumMoments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** R, G and N on E1 in d = 3, computed independently of this library (THEORY 3.E, 4.5). */
final class GoldenEquilibria {
    static final JsonNode ROOT = new ObjectMapper().readTree(new File("fixtures/golden/golden-equilibrium.json"));
    static final JsonNode E1 = ROOT.path("E1_sphere_d3");
    static final double DECAY = 0.05;
    /** eta s^2, the same for the whole fixed-SDE family. */
    static final double SCALE = 0.4;

    private GoldenEquilibria() {}

    static EquilibriumMoments moments(JsonNode node) {
        return new EquilibriumMoments(
                node.path("R").asDouble(),
                node.path("G").asDouble(),
                node.path("N").asDouble());
    }

    /** SVAG(l) at eta = 1. */
    static KnownEquilibrium svag(int level) {
        JsonNode node = E1.path("svag_eta1").path(Integer.toString(level));
        return new KnownEquilibrium("SVAG(" + level + ") on E1", moments(node), 1, DECAY, level);
    }

    /** The learning rates of the fixed-SDE family, as they are written. */
    static List<String> learningRates() {
        List<String> rates = new ArrayList<>();
        E1.path("lsr_family").properties().forEach(entry -> rates.add(entry.getKey()));
        return rates;
    }

    static JsonNode family(String learningRate) {
        return E1.path("lsr_family").path(learningRate);
    }

    /** SGD with eta s^2 = 0.4. */
    static KnownEquilibrium sgd(String learningRate) {
        return new KnownEquilibrium(
                "SGD on E1", moments(family(learningRate)), Double.parseDouble(learningRate), DECAY, 1);
    }

    /** The Ito SDE of the same: one process for the whole family, with N = Nbar / eta in the one convention. */
    static KnownEquilibrium sde(String learningRate) {
        return limit("SDE of E1", E1.path("sde1"), learningRate);
    }

    /** The second-order SDE of the same. */
    static KnownEquilibrium secondOrderSde(String learningRate) {
        return limit("second-order SDE of E1", family(learningRate).path("sde2"), learningRate);
    }

    private static KnownEquilibrium limit(String name, JsonNode node, String learningRate) {
        double eta = Double.parseDouble(learningRate);
        EquilibriumMoments moments = new EquilibriumMoments(
                node.path("R").asDouble(),
                node.path("G").asDouble(),
                node.path("N6").asDouble() / eta);
        return new KnownEquilibrium(name, moments, eta, DECAY, 1);
    }
}
