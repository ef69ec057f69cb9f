package org.itocheck.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.itocheck.network.architecture.Architecture;
import org.itocheck.network.architecture.Architectures;
import org.itocheck.network.architecture.Layout;
import org.itocheck.network.architecture.Normaliser;
import org.itocheck.network.architecture.Parameter;
import org.itocheck.network.architecture.PreResNet;
import org.itocheck.network.data.ImageSet;
import org.itocheck.network.data.ImageShape;
import org.itocheck.network.data.RandomImages;
import org.itocheck.random.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlockInvarianceTest {
    /** Where something is wrong it is wrong by more than this. */
    private static final double VISIBLE = 1e-7;

    private static final List<String> FAMILIES = List.of("mlp-8-6-tanh", "preresnet-8x4", "resnet-8x4", "vgg-16x2");

    @BeforeEach
    void library() {
        Networks.assumeTorch();
    }

    static Stream<String> scaleInvariant() {
        return names("bn-si", "gn2-si");
    }

    @ParameterizedTest
    @MethodSource("scaleInvariant")
    void every_group_and_the_whole_are_scale_invariant(String name) {
        assertThat(measure(name).groupsAndAll()).hasSizeGreaterThan(2).allMatch(BlockInvariance::invariant);
    }

    @Test
    void weights_that_write_to_one_sum_are_so_only_together() {
        Measured found = measure(Networks.preResNet(Normaliser.group(2)).scaleInvariant());

        for (String alone : List.of("stem.weight", "stage1.block0.conv2.weight", "stage2.block0.shortcut.weight")) {
            assertThat(found.part(alone).radial()).as(alone).isGreaterThan(VISIBLE);
            assertThat(found.part(alone).change()).as(alone).isGreaterThan(VISIBLE);
        }
    }

    static Stream<String> withEpsilonOrWithoutNormaliser() {
        return names("bn", "gn2", "none", "none-si");
    }

    @ParameterizedTest
    @MethodSource("withEpsilonOrWithoutNormaliser")
    void in_other_forms_no_group_is_and_the_whole_is_far_from_it(String name) {
        Measured found = measure(name);
        BlockInvariance all = found.part("all");

        assertThat(found.groupsAndAll()).hasSizeGreaterThan(4).noneMatch(BlockInvariance::invariant);
        assertThat(all.radial()).isGreaterThan(1e-4);
        assertThat(all.change()).isGreaterThan(1e-2);
        assertThat(all.toString()).endsWith("   not");
    }

    static Stream<String> withoutNormaliser() {
        return names("none", "none-si");
    }

    @ParameterizedTest
    @MethodSource("withoutNormaliser")
    void without_normaliser_every_group_is_far_from_it(String name) {
        assertThat(measure(name).groupsAndAll()).allSatisfy(part -> {
            assertThat(part.radial()).as(part.toString()).isGreaterThan(VISIBLE);
            assertThat(part.change()).as(part.toString()).isGreaterThan(1e-4);
        });
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

    private static Stream<String> names(String... endings) {
        return FAMILIES.stream().flatMap(family -> Stream.of(endings).map(ending -> family + "-" + ending));
    }

    private static Measured measure(String name) {
        ImageSet images = name.startsWith("vgg")
                ? RandomImages.of(8, new ImageShape(3, 32, 32), 10, new Seed(9))
                : Networks.digits(64);
        return measure(Architectures.named(name, images.shape(), images.classes()), images);
    }

    private static Measured measure(Architecture architecture) {
        return measure(architecture, Networks.digits(64));
    }

    private static Measured measure(Architecture architecture, ImageSet images) {
        return new Measured(
                Layout.of(architecture), BlockInvariance.measure(Networks.loss(architecture, images), new Seed(5)));
    }

    private record Measured(Layout layout, List<BlockInvariance> parts) {
        BlockInvariance part(String name) {
            return parts.stream()
                    .filter(part -> part.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        List<BlockInvariance> groupsAndAll() {
            return Stream.concat(layout.groups().stream().map(Parameter::name), Stream.of("all"))
                    .map(this::part)
                    .toList();
        }
    }
}
