package org.itocheck.network.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.itocheck.random.KeyedRows;
import org.itocheck.random.Seed;

/**
 * Where the parameters of a network lie in one vector: group after group, in each group in the order of the layers.
 * <pre>{@code
 * Layout layout = Layout.of(PreResNet.of(shape, 10, 20, 16, Normaliser.batch()));
 * layout.dimension();                          // d
 * layout.parameters().get(0).name();           // stem.weight
 * double[] theta = layout.initial(seed);       // as a training run starts
 * }</pre>
 */
public final class Layout {
    private final List<Parameter> declared;
    private final List<Parameter> groups;
    private final int dimension;
    private final boolean couplesSamples;

    private Layout(List<Parameter> declared, List<Parameter> groups, int dimension, boolean couplesSamples) {
        this.declared = List.copyOf(declared);
        this.groups = List.copyOf(groups);
        this.dimension = dimension;
        this.couplesSamples = couplesSamples;
    }

    /**
     * The layout of an architecture.
     *
     * @throws IllegalArgumentException if its layers do not fit together, or two parameters have one name
     */
    public static Layout of(Architecture architecture) {
        ShapeLayers layers = new ShapeLayers();
        Features logits = architecture.logits(layers, Features.of(architecture.input()));
        if (!logits.equals(Features.flat(architecture.classes()))) {
            throw new IllegalArgumentException(architecture.name() + " ends with " + logits + ", expected "
                    + architecture.classes() + " logits, one for each class");
        }
        return of(layers.parameters(), layers.couplesSamples());
    }

    /**
     * The layout of a network that some library describes in its own way.
     *
     * @param tensors in the order in which the layers use them; where they lie is decided here, tensors of one group side by side
     * @param couplesSamples whether the loss of an image depends on the others of its mini-batch
     * @throws IllegalArgumentException if two tensors have one name
     */
    public static Layout of(List<Parameter> tensors, boolean couplesSamples) {
        Map<String, List<Parameter>> byGroup = new LinkedHashMap<>();
        tensors.forEach(p ->
                byGroup.computeIfAbsent(p.group(), group -> new ArrayList<>()).add(p));
        Map<String, Parameter> placed = new LinkedHashMap<>();
        List<Parameter> groups = new ArrayList<>();
        int offset = 0;
        for (Map.Entry<String, List<Parameter>> group : byGroup.entrySet()) {
            int from = offset;
            for (Parameter parameter : group.getValue()) {
                if (placed.put(parameter.name(), parameter.movedTo(offset)) != null) {
                    throw new IllegalArgumentException(
                            "parameter " + parameter.name() + " is there twice; give each layer a name of its own");
                }
                offset = Math.addExact(offset, parameter.size());
            }
            groups.add(new Parameter(group.getKey(), group.getKey(), from, List.of(offset - from), 0, 0));
        }
        List<Parameter> declared = new ArrayList<>();
        tensors.forEach(p -> declared.add(placed.get(p.name())));
        return new Layout(declared, groups, offset, couplesSamples);
    }

    /** d, the number of all coordinates. */
    public int dimension() {
        return dimension;
    }

    /** The tensors in the order in which the layers ask for them. */
    public List<Parameter> parameters() {
        return declared;
    }

    /** The groups in the order of the vector, each as one flat part of it; together they are all of it. */
    public List<Parameter> groups() {
        return groups;
    }

    /** Whether the loss of an image depends on the others of its mini-batch, as with batch normalisation. */
    public boolean couplesSamples() {
        return couplesSamples;
    }

    /**
     * Initial values: Gaussian weights of variance 2/inputs in convolutions and 1/inputs in matrices, factors 1, summands 0.
     *
     * @param seed the seed of the run; the purpose is added here
     * @return a new vector of shape [d]
     */
    public double[] initial(Seed seed) {
        double[] theta = new double[dimension];
        KeyedRows rows = new KeyedRows(1);
        double[] one = new double[1];
        for (Parameter parameter : declared) {
            rows.start(seed.forPurpose("initial/" + parameter.name()), 0);
            for (int i = parameter.from(); i < parameter.to(); i++) {
                rows.gaussian(one);
                theta[i] = parameter.mean() + parameter.deviation() * one[0];
            }
        }
        return theta;
    }
}
