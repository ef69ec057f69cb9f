package org.itocheck.network.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.itocheck.network.data.ImageShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitecturesTest {
    private static final ImageShape CIFAR = new ImageShape(3, 32, 32);

    static Stream<Arguments> namesAndNetworks() {
        Normaliser group = Normaliser.group(2);
        return Stream.of(
                Arguments.of("mlp-64-32-none", Mlp.of(CIFAR, 10, 64, 32)),
                Arguments.of("mlp-none", Mlp.of(CIFAR, 10)),
                Arguments.of(
                        "mlp-64-tanh-bn-si",
                        Mlp.of(CIFAR, 10, 64)
                                .with(Activation.TANH)
                                .with(Normaliser.batch())
                                .scaleInvariant()),
                Arguments.of("preresnet-20x16-bn", PreResNet.of(CIFAR, 10, 20, 16, Normaliser.batch())),
                Arguments.of(
                        "preresnet-8x2-gn2-si",
                        PreResNet.of(CIFAR, 10, 8, 2, group).scaleInvariant()),
                Arguments.of(
                        "preresnet-8x2-none-si",
                        PreResNet.of(CIFAR, 10, 8, 2, Normaliser.NONE).scaleInvariant()),
                Arguments.of(
                        "resnet-32x4-gn2-si", ResNet.of(CIFAR, 10, 32, 4, group).scaleInvariant()),
                Arguments.of("vgg-19x8-none", Vgg.of(CIFAR, 10, 19, 8, Normaliser.NONE)),
                // between the forms
                Arguments.of("preresnet-8x2-gn2-shortcuts", new PreResNet(CIFAR, 10, 8, 2, group, true, false)),
                Arguments.of("vgg-16x8-bn-fixed", new Vgg(CIFAR, 10, 16, 8, Normaliser.batch(), true)),
                Arguments.of(
                        "preresnet-8x4-gn2-noaffine-eps0-fixed",
                        new PreResNet(CIFAR, 10, 8, 4, group.scaleInvariant(), false, true)),
                Arguments.of(
                        "mlp-8-gn2-noaffine-eps1.0e-4",
                        Mlp.of(CIFAR, 10, 8).with(group.withAffine(false).withEpsilon(1e-4))),
                Arguments.of(
                        "mlp-8-bn-eps0",
                        Mlp.of(CIFAR, 10, 8).with(Normaliser.batch().withEpsilon(0))),
                Arguments.of(
                        "mlp-8-bn-eps0.25",
                        Mlp.of(CIFAR, 10, 8).with(Normaliser.batch().withEpsilon(0.25))));
    }

    @ParameterizedTest
    @MethodSource("namesAndNetworks")
    void a_name_gives_its_network_and_the_network_its_name(String name, Architecture network) {
        assertThat(Architectures.named(name, CIFAR, 10)).isEqualTo(network);
        assertThat(network.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "preresnet-20-bn, preresnet-20x16-bn",
        "preresnet-20-gn-si, preresnet-20x16-gn8-si",
        "resnet-32-none, resnet-32x16-none",
        "vgg-16-gn, vgg-16x64-gn8",
        "mlp-64-bn-eps1e-5, mlp-64-bn",
        "resnet-8x4-gn2-noaffine-eps0-fixed, resnet-8x4-gn2-si",
        "mlp-8-none-fixed, mlp-8-none-si",
    })
    void what_is_left_out_is_usual_and_what_has_two_names_is_one_network(String given, String whole) {
        assertThat(Architectures.named(given, CIFAR, 10).name()).isEqualTo(whole);
    }

    @Test
    void two_networks_never_share_a_name() {
        List<Normaliser> normalisers = Stream.of(Normaliser.batch(), Normaliser.group(2), Normaliser.group(4))
                .flatMap(n -> Stream.of(n, n.withAffine(false), n.withEpsilon(0), n.scaleInvariant(), n.withEpsilon(1)))
                .toList();
        List<Architecture> networks = Stream.concat(Stream.of(Normaliser.NONE), normalisers.stream())
                .<Architecture>flatMap(n -> Stream.of(true, false)
                        .flatMap(fixed -> Stream.<Architecture>of(
                                new Mlp(CIFAR, 10, List.of(16), Activation.RELU, n, fixed),
                                new Mlp(CIFAR, 10, List.of(16), Activation.TANH, n, fixed),
                                new Mlp(CIFAR, 10, List.of(16, 16), Activation.TANH, n, fixed),
                                new PreResNet(CIFAR, 10, 8, 4, n, false, fixed),
                                new PreResNet(CIFAR, 10, 8, 4, n, true, fixed),
                                new ResNet(CIFAR, 10, 8, 4, n, fixed),
                                new Vgg(CIFAR, 10, 16, 4, n, fixed))))
                .toList();

        assertThat(networks).hasSize(16 * 2 * 7).extracting(Architecture::name).doesNotHaveDuplicates();
        networks.forEach(network ->
                assertThat(Architectures.named(network.name(), CIFAR, 10)).isEqualTo(network));
    }

    @Test
    void every_listed_name_is_one() {
        assertThat(Architectures.names())
                .hasSize(9 * 6)
                .contains("preresnet-56-bn-si", "resnet-32-gn", "vgg-19-none", "mlp-64-64-gn-si")
                .allSatisfy(
                        name -> assertThat(Architectures.named(name, CIFAR, 100).classes())
                                .isEqualTo(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mlp",
                "MLP-8-none",
                "mlp-8",
                "mlp-8x4-none",
                "mlp--8-none",
                "mlp-8-none-noaffine",
                "mlp-8-none-eps0",
                "mlp-8-bn-shortcuts",
                "mlp-8-bn-si-fixed",
                "mlp-8-bn-eps",
                "mlp-8-bn-eps-1",
                "mlp-8-relu-bn",
                "preresnet-bn",
                "preresnet-20x-bn",
                "preresnet-20-8-bn",
                "preresnet-20-tanh-bn",
                "preresnet-20-bn-fixed-shortcuts",
                "preresnet-99999-bn",
                "resnet-20-gnx-si",
                "resnet-20-bn-shortcuts",
                "densenet-20-bn",
                "vgg-16-bn "
            })
    void another_name_is_refused_with_the_forms(String name) {
        assertThatThrownBy(() -> Architectures.named(name, CIFAR, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("network is '" + name + "': expected mlp[-WIDTH ...][-tanh]-NORM[-si],"
                        + " preresnet-DEPTH[xWIDTH]-NORM[-si], resnet-DEPTH[xWIDTH]-NORM[-si],"
                        + " vgg-DEPTH[xWIDTH]-NORM[-si]; NORM is bn, gn, gnGROUPS or none; for example"
                        + " preresnet-20-bn or preresnet-8x4-gn2-si");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "preresnet-10-bn | depth is 10, expected 6n + 2: 8, 14, 20, 26, 32, ...",
                "resnet-8x0-bn | width is 0, expected at least 1; 16 is usual",
                "vgg-11-bn | depth is 11, expected 16 or 19",
                "mlp-0-none | hidden is [0], expected widths of at least 1",
                "mlp-none-si | hidden is empty with a fixed last layer: nothing is left to train",
                "preresnet-8-gn0 | groups is 0 with GROUP, expected at least 1 for GROUP and 0 for others",
                "preresnet-8x4-gn3-si | groups is 3 in stage1.block0.norm1, which has 4 channels; use a divisor of it",
            })
    void a_network_that_cannot_be_is_named_with_the_reason(String name, String reason) {
        assertThatThrownBy(() -> Architectures.named(name, CIFAR, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("network is '" + name + "': " + reason);
    }

    @Test
    void what_no_array_holds_is_refused() {
        assertThatThrownBy(() -> Architectures.named("mlp-999999999-none", CIFAR, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "network is 'mlp-999999999-none' on images of 3 x 32 x 32, which has more parameters than an"
                                + " array can hold; use smaller widths");
        assertThatThrownBy(() -> Architectures.named("mlp-8-none", CIFAR, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("classes is 1, expected at least 2");
        assertThatThrownBy(() -> Normaliser.NONE.withEpsilon(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "affine is false and epsilon 1.0 with NONE, expected false and 0: nothing is normalised; use"
                                + " BATCH or GROUP");
    }
}
