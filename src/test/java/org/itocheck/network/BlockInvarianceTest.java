package org.itocheck.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.itocheck.network.architecture.Architecture;
import org.itocheck.network.architecture.Layout;
import org.itocheck.network.architecture.Normaliser;
import org.itocheck.network.architecture.Parameter;
import org.itocheck.network.architecture.PreResNet;
import org.itocheck.network.architecture.Vgg;
import org.itocheck.network.data.ImageSet;
import org.itocheck.network.data.ImageShape;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlockInvarianceTest {
    /** Where something is wrong it is wrong by more than this. */
    private static final double VISIBLE = 1e-7;

    @BeforeEach
    void library() {
        Networks.assumeTorch();
    }

    static Stream<Named<Architecture>> scaleInvariant() {
        return Stream.of(Normaliser.batch(), Normaliser.group(2))
                .flatMap(n -> Stream.of(
                        Networks.mlp(n).scaleInvariant(),
                        Networks.preResNet(n).scaleInvariant(),
                        Networks.resNet(n).scaleInvariant()))
                .map(Networks::named);
    }

    @ParameterizedTest
    @MethodSource("scaleInvariant")
    void every_group_and_the_whole_are_scale_invariant(Architecture architecture) {
        Measured found = measure(architecture);

        for (Parameter group : Layout.of(architecture).groups()) {
            assertThat(found.part(group.name()).invariant())
                    .as(found.part(group.name()).toString())
                    .isTrue();
        }
        assertThat(found.part("all").invariant())
                .as(found.part("all").toString())
                .isTrue();
    }

    @Test
    void weights_that_write_to_one_sum_are_so_only_together() {
        Measured found = measure(Networks.preResNet(Normaliser.group(2)).scaleInvariant());

        for (String alone : List.of("stem.weight", "stage1.block0.conv2.weight", "stage2.block0.shortcut.weight")) {
            assertThat(found.part(alone).radial()).as(alone).isGreaterThan(VISIBLE);
            assertThat(found.part(alone).change()).as(alone).isGreaterThan(VISIBLE);
        }
    }

    static Stream<Named<Architecture>> usual() {
        return Stream.of(Normaliser.NONE, Normaliser.batch(), Normaliser.group(2))
                .flatMap(n -> Stream.of(Networks.mlp(n), Networks.preResNet(n), Networks.resNet(n)))
                .map(Networks::named);
    }

    @ParameterizedTest
    @MethodSource("usual")
    void networks_in_the_usual_form_are_not(Architecture architecture) {
        BlockInvariance all = measure(architecture).part("all");

        assertThat(all.radial()).isGreaterThan(1e-3);
        assertThat(all.change()).isGreaterThan(1e-3);
        assertThat(all.toString()).endsWith("   not");
    }

    @Test
    void every_convolution_of_vgg_is_scale_invariant_alone() {
        ImageSet images = Networks.noise(8, new ImageShape(3, 32, 32));
        Vgg vgg = Vgg.of(images.shape(), images.classes(), 16, 2, Normaliser.group(2))
                .scaleInvariant();
        List<BlockInvariance> found = BlockInvariance.measure(Networks.loss(vgg, images), new Seed(5));

        assertThat(found).hasSize(14).allMatch(BlockInvariance::invariant);
        Vgg usual = Vgg.of(images.shape(), images.classes(), 16, 2, Normaliser.group(2));
        assertThat(BlockInvariance.measure(Networks.loss(usual, images), new Seed(5)))
                .hasSize(42)
                .noneMatch(BlockInvariance::invariant);
    }

    @Test
    void one_epsilon_one_affine_part_or_one_raw_shortcut_is_seen() {
        Normaliser exact = Normaliser.group(2).scaleInvariant();
        PreResNet good = Networks.preResNet(exact).scaleInvariant();
        Map<String, PreResNet> bad = Map.of(
                "epsilon", variant(good, exact.withEpsilon(1e-5), true, true),
                "affine", variant(good, exact.withAffine(true), true, true),
                "shortcut", variant(good, exact, false, true),
                "head", variant(good, exact, true, false));

        assertThat(measure(good).part("all").invariant()).isTrue();
        bad.forEach((what, network) -> {
            BlockInvariance all = measure(network).part("all");
            assertThat(all.radial()).as(what + ": " + all).isGreaterThan(VISIBLE);
            assertThat(all.change()).as(what + ": " + all).isGreaterThan(VISIBLE);
        });
    }

    private static PreResNet variant(PreResNet from, Normaliser normaliser, boolean shortcuts, boolean fixedHead) {
        return new PreResNet(
                from.input(), from.classes(), from.depth(), from.width(), normaliser, shortcuts, fixedHead);
    }

    private static Measured measure(Architecture architecture) {
        return new Measured(BlockInvariance.measure(Networks.loss(architecture, Networks.digits(64)), new Seed(5)));
    }

    private record Measured(List<BlockInvariance> parts) {
        BlockInvariance part(String name) {
            return parts.stream()
                    .filter(part -> part.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
