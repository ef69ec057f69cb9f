package org.itocheck.network.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.itocheck.network.data.ImageShape;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final ImageShape CIFAR = new ImageShape(3, 32, 32);
    private static final ImageShape DIGIT = new ImageShape(1, 8, 8);

    @Test
    void the_networks_of_the_literature_have_their_numbers_of_parameters() {
        assertThat(Layout.of(PreResNet.of(CIFAR, 10, 20, 16, Normaliser.batch()))
                        .dimension())
                .isEqualTo(272_282);
        assertThat(Layout.of(PreResNet.of(CIFAR, 10, 32, 16, Normaliser.batch()))
                        .dimension())
                .isEqualTo(466_714);
        assertThat(Layout.of(ResNet.of(CIFAR, 10, 32, 16, Normaliser.batch())).dimension())
                .isEqualTo(466_906);
        assertThat(Layout.of(Vgg.of(CIFAR, 10, 16, 64, Normaliser.batch())).dimension())
                .isEqualTo(14_724_042);
        assertThat(Layout.of(Mlp.of(DIGIT, 10, 32)).dimension()).isEqualTo(64 * 32 + 32 + 32 * 10 + 10);
    }

    @Test
    void groups_cover_the_vector_and_hold_what_writes_to_one_sum() {
        Layout layout =
                Layout.of(PreResNet.of(DIGIT, 10, 8, 4, Normaliser.group(2)).scaleInvariant());

        int end = 0;
        for (Parameter group : layout.groups()) {
            assertThat(group.from()).isEqualTo(end);
            end = group.to();
        }
        assertThat(end).isEqualTo(layout.dimension());
        assertThat(layout.groups().stream().map(Parameter::name))
                .containsExactly(
                        "stage1.sum",
                        "stage1.block0.conv1.weight",
                        "stage2.block0.conv1.weight",
                        "stage2.sum",
                        "stage3.block0.conv1.weight",
                        "stage3.sum");
        assertThat(layout.parameters().stream()
                        .filter(p -> p.group().equals("stage2.sum"))
                        .map(Parameter::name))
                .containsExactly("stage2.block0.conv2.weight", "stage2.block0.shortcut.weight");
        assertThat(layout.parameters().get(0)).hasToString("stem.weight [4, 1, 3, 3] at 0");
    }

    @Test
    void initial_values_are_a_function_of_the_seed() {
        Layout layout = Layout.of(Mlp.of(DIGIT, 10, 500).with(Normaliser.batch()));
        double[] theta = layout.initial(new Seed(3));

        assertThat(layout.initial(new Seed(3))).isEqualTo(theta);
        assertThat(layout.initial(new Seed(4))).isNotEqualTo(theta);
        double square = 0;
        for (int i = 0; i < 64 * 500; i++) {
            square += theta[i] * theta[i];
        }
        assertThat(square / 500).isBetween(0.97, 1.03);
        Parameter factor = layout.parameters().get(1);
        assertThat(factor.name()).isEqualTo("hidden0.norm.factor");
        assertThat(theta[factor.from()]).isEqualTo(1);
        assertThat(theta[factor.to()]).isZero();
    }

    @Test
    void only_batch_normalisation_couples_samples() {
        assertThat(Layout.of(Mlp.of(DIGIT, 10, 4).with(Normaliser.batch())).couplesSamples())
                .isTrue();
        assertThat(Layout.of(Mlp.of(DIGIT, 10, 4).with(Normaliser.group(2))).couplesSamples())
                .isFalse();
    }

    @Test
    void layers_that_do_not_fit_are_refused() {
        assertThatThrownBy(() -> PreResNet.of(DIGIT, 10, 10, 4, Normaliser.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("depth is 10, expected 6n + 2: 8, 14, 20, 26, 32, ...");
        assertThatThrownBy(() -> Layout.of(PreResNet.of(DIGIT, 10, 8, 4, Normaliser.group(3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("groups is 3 in stage1.block0.norm1, which has 4 channels; use a divisor of it");
        assertThatThrownBy(() -> Layout.of(Mlp.of(DIGIT, 10, 4).with(Normaliser.group(4))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("groups is 4 in hidden0.norm, which has 4 x 1 x 1 numbers, so that every group is one"
                        + " number and its variance 0; use fewer groups");
        assertThatThrownBy(() ->
                        Layout.of(Mlp.of(DIGIT, 10, 4).with(Normaliser.group(2)).scaleInvariant()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("groups is 2 in hidden0.norm, which has 4 x 1 x 1 numbers, so that every group is two"
                        + " numbers, which become 1 and -1 whatever the weights; use fewer groups");
        assertThatThrownBy(() -> Vgg.of(DIGIT, 10, 16, 4, Normaliser.batch()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "input is 1 x 8 x 8, which five halvings leave nothing of; VGG needs at least 32 x 32 pixels");
        assertThatThrownBy(() -> new Normaliser(Normaliser.Kind.BATCH, 2, true, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("groups is 2 with BATCH, expected at least 1 for GROUP and 0 for others");
        assertThatThrownBy(() -> new Mlp(DIGIT, 10, List.of(), Activation.RELU, Normaliser.NONE, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hidden is empty with a fixed last layer: nothing is left to train");
    }

    @Test
    void an_architecture_of_ones_own_is_checked() {
        assertThatThrownBy(() -> Layout.of(new Twice(DIGIT, 10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameter w.weight is there twice; give each layer a name of its own");
        assertThatThrownBy(() -> Layout.of(new TooFew(DIGIT, 10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("TooFew ends with 9 x 1 x 1, expected 10 logits, one for each class");
    }

    @Test
    void tensors_that_a_library_lists_lie_side_by_side_within_a_group() {
        Layout layout = Layout.of(List.of(tensor("a", "sum", 2, 3), tensor("b", "b", 4), tensor("c", "sum", 5)), true);

        assertThat(layout.parameters().stream().map(Parameter::toString))
                .containsExactly("a [2, 3] at 0", "b [4] at 11", "c [5] at 6");
        assertThat(layout.groups().stream().map(Parameter::toString)).containsExactly("sum [11] at 0", "b [4] at 11");
        assertThat(layout.dimension()).isEqualTo(15);
        assertThat(layout.couplesSamples()).isTrue();
        assertThatThrownBy(() -> Layout.of(List.of(tensor("a", "a", 2), tensor("a", "a", 3)), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameter a is there twice; give each layer a name of its own");
    }

    private static Parameter tensor(String name, String group, Integer... shape) {
        return new Parameter(name, group, 0, List.of(shape), 0, 1);
    }

    private record Twice(ImageShape input, int classes) implements Architecture {
        @Override
        public String name() {
            return "Twice";
        }

        @Override
        public <T> T logits(Layers<T> layers, T images) {
            return layers.linear(layers.linear(images, "w", classes, false), "w", classes, false);
        }
    }

    private record TooFew(ImageShape input, int classes) implements Architecture {
        @Override
        public String name() {
            return "TooFew";
        }

        @Override
        public <T> T logits(Layers<T> layers, T images) {
            return layers.linear(images, "w", classes - 1, false);
        }
    }
}
