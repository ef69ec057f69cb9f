package org.itocheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.itocheck.network.Networks;
import org.itocheck.network.architecture.Architectures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowNetworksTest {
    @Test
    void networks_are_listed_with_their_parameters() {
        Console run = Console.run("list", "networks");

        assertThat(run.code()).isEqualTo(Main.PASSED);
        assertThat(run.out()).isEqualTo("""
                Networks (show NAME-END prints one), and their parameters on CIFAR-10:
                  name                 -bn      -bn-si         -gn      -gn-si       -none    -none-si
                  mlp-64-64        201,610     200,704     201,610     200,704     201,482     200,832
                  preresnet-8       77,850      76,720      77,850      76,720      77,706      77,056
                  preresnet-20     272,282     270,256     272,282     270,256     271,690     271,040
                  preresnet-32     466,714     463,792     466,714     463,792     465,674     465,024
                  preresnet-44     661,146     657,328     661,146     657,328     659,658     659,008
                  preresnet-56     855,578     850,864     855,578     850,864     853,642     852,992
                  resnet-32        466,906     463,792     466,906     463,792     465,674     465,024
                  vgg-16        14,724,042  14,710,464  14,724,042  14,710,464  14,719,818  14,714,688
                  vgg-19        20,035,018  20,018,880  20,035,018  20,018,880  20,029,514  20,024,384

                Other sizes have names of the same form:
                  mlp[-WIDTH ...][-tanh]-NORM[-si]
                  preresnet-DEPTH[xWIDTH]-NORM[-si]
                  resnet-DEPTH[xWIDTH]-NORM[-si]
                  vgg-DEPTH[xWIDTH]-NORM[-si]
                NORM is bn, gnGROUPS, gn (8 groups) or none; -si is the scale-invariant form of the paper.
                """);
    }

    @Test
    void a_network_is_shown_with_what_is_scale_invariant() {
        Networks.assumeTorch();

        Console run = Console.run("show", "preresnet-8x4-gn2-si");

        assertThat(run.code()).isEqualTo(Main.PASSED);
        assertThat(run.err()).isEmpty();
        assertThat(withoutRounding(run)).isEqualTo("""
                preresnet-8x4-gn2-si
                  images      digits/train: 1500 images of 1 x 8 x 8, 10 classes
                  parameters  4,804 in 9 tensors and 6 groups
                  loss        cross-entropy; every image has its own

                Layers, without activations and sums:
                  layer                   kind                         output      parameters
                  stem                    convolution 3 x 3            4 x 8 x 8           36
                                          gn2-noaffine-eps0            4 x 8 x 8            0
                  stage1.block0.conv1     convolution 3 x 3            4 x 8 x 8          144
                                          gn2-noaffine-eps0            4 x 8 x 8            0
                  stage1.block0.conv2     convolution 3 x 3            4 x 8 x 8          144
                                          gn2-noaffine-eps0            4 x 8 x 8            0
                  stage2.block0.conv1     convolution 3 x 3, stride 2  8 x 4 x 4          288
                                          gn2-noaffine-eps0            8 x 4 x 4            0
                  stage2.block0.conv2     convolution 3 x 3            8 x 4 x 4          576
                  stage2.block0.shortcut  convolution 1 x 1, stride 2  8 x 4 x 4           32
                                          gn2-noaffine-eps0            8 x 4 x 4            0
                  stage3.block0.conv1     convolution 3 x 3, stride 2  16 x 2 x 2       1,152
                                          gn2-noaffine-eps0            16 x 2 x 2           0
                  stage3.block0.conv2     convolution 3 x 3            16 x 2 x 2       2,304
                  stage3.block0.shortcut  convolution 1 x 1, stride 2  16 x 2 x 2         128
                                          gn2-noaffine-eps0            16 x 2 x 2           0
                                          mean over pixels             16 x 1 x 1           0
                                          linear, fixed                10 x 1 x 1           0

                Parameters, tensor by tensor, then what is scale invariant only together, then all:
                  part                           shape            parameters  |x.g|/|x||g|  change of loss  scale invariant
                  stem.weight                    4 x 1 x 3 x 3            36       2.0e-02         1.1e-02  no
                  stage1.block0.conv1.weight     4 x 4 x 3 x 3           144 ~ ~  yes
                  stage1.block0.conv2.weight     4 x 4 x 3 x 3           144       1.8e-02         1.6e-02  no
                  stage2.block0.conv1.weight     8 x 4 x 3 x 3           288 ~ ~  yes
                  stage2.block0.conv2.weight     8 x 8 x 3 x 3           576       2.2e-02         2.4e-02  no
                  stage2.block0.shortcut.weight  8 x 4 x 1 x 1            32       2.5e-02         1.9e-02  no
                  stage3.block0.conv1.weight     16 x 8 x 3 x 3        1,152 ~ ~  yes
                  stage3.block0.conv2.weight     16 x 16 x 3 x 3       2,304       4.6e-03         8.3e-03  no
                  stage3.block0.shortcut.weight  16 x 8 x 1 x 1          128       6.0e-03         1.3e-02  no
                  stage1.sum                     2 tensors               180 ~ ~  yes
                  stage2.sum                     2 tensors               608 ~ ~  yes
                  stage3.sum                     2 tensors             2,432 ~ ~  yes
                  all                            9 tensors             4,804 ~ ~  yes

                Measured in double precision on the first 64 images: change is the largest of the loss, relative,
                when the part is multiplied by 0.3 or 7; both are below 1e-10 where it is scale invariant.

                computed in ? s
                """);
    }

    @Test
    void where_nothing_can_be_measured_the_rest_is_there_with_the_reason() {
        StringWriter text = new StringWriter();
        new ShownNetwork("mlp-4-bn", NetworkImages.of("1x2x2"))
                .print(new PrintWriter(text), Optional.of("libtorch cannot be loaded"));

        assertThat(text.toString().replace("\r\n", "\n")).isEqualTo("""
                mlp-4-bn
                  images      random pixels: 16 images of 1 x 2 x 2, 10 classes
                  parameters  74 in 5 tensors and 5 groups
                  loss        cross-entropy; only a mini-batch has one, since batch normalisation couples its images

                Layers, without activations and sums:
                  layer         kind    output      parameters
                  hidden0       linear  4 x 1 x 1           16
                  hidden0.norm  bn      4 x 1 x 1            8
                  head          linear  10 x 1 x 1          50

                Parameters, tensor by tensor, then what is scale invariant only together, then all:
                  part                  shape      parameters  |x.g|/|x||g|  change of loss  scale invariant
                  hidden0.weight        4 x 4              16             -               -  -
                  hidden0.norm.factor   4                   4             -               -  -
                  hidden0.norm.summand  4                   4             -               -  -
                  head.weight           10 x 4             40             -               -  -
                  head.bias             10                 10             -               -  -
                  all                   5 tensors          74             -               -  -

                Scale invariance was not measured: libtorch cannot be loaded
                """);
    }

    @Test
    void the_table_says_of_each_form_how_much_of_it_is_scale_invariant() {
        Networks.assumeTorch();
        StringWriter text = new StringWriter();

        InvarianceTable.print(new PrintWriter(text), List.of("mlp-32-16-tanh", "resnet-8x4"));

        List<String[]> rows = text.toString()
                .lines()
                .filter(line -> line.matches("  .* \\d+ of \\d+ .*"))
                .map(line -> line.strip().split(" +"))
                .toList();
        assertThat(rows)
                .extracting(row -> row[0] + " " + row[2] + "/" + row[4])
                .containsExactly(
                        "mlp-32-16-tanh-bn 0/9",
                        "mlp-32-16-tanh-bn-si 3/3",
                        "mlp-32-16-tanh-gn4 0/9",
                        "mlp-32-16-tanh-gn4-si 3/3",
                        "mlp-32-16-tanh-none 0/7",
                        "mlp-32-16-tanh-none-si 0/5",
                        "resnet-8x4-bn 0/30",
                        "resnet-8x4-bn-si 10/10",
                        "resnet-8x4-gn4 0/30",
                        "resnet-8x4-gn4-si 10/10",
                        "resnet-8x4-none 0/21",
                        "resnet-8x4-none-si 0/19");
        assertThat(rows).allSatisfy(row -> {
            boolean invariant = !row[2].equals("0");
            assertThat(Double.parseDouble(row[8])).matches(change -> invariant ? change < 1e-10 : change > 1e-2);
        });
    }

    @Test
    void every_size_of_the_table_has_a_name() {
        assertThat(InvarianceTable.SIZES)
                .allSatisfy(size -> assertThat(Architectures.families()).contains(size.substring(0, size.indexOf('-'))))
                .hasSameSizeAs(Architectures.families());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "show preresnt-8-bn | network is 'preresnt-8-bn': expected mlp[-WIDTH ...][-tanh]-NORM[-si],",
                "show vgg-16-bn --images digits | network is 'vgg-16-bn': input is 1 x 8 x 8, which five halvings",
                "show mlp-4-none --images 3x0x4 | height is 0, expected 1 to 1024",
                "show mlp-4-none --images cifar | --images: data set is 'cifar', expected one of digits, cifar10,",
                "show mlp-4-none --images svhn | svhn is not on this machine: put train_32x32.mat and test_32x32.mat into",
                "show C2 --images digits | --images is 'digits' with C2, which is a problem and has its own; leave the"
                        + " option out",
                "show networks --images digits | --images is 'digits' with networks, which measures each network on images"
                        + " that fit it; leave the option out",
            })
    void what_cannot_be_shown_is_an_error_in_one_line(String line, String message) {
        Console run = Console.run(line.split(" "));

        assertThat(run.code()).isEqualTo(Main.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("itocheck: " + message).hasLineCount(1);
    }

    /** Rounding differs from one processor to the next, and its width with it. */
    private static String withoutRounding(Console run) {
        return run.timeless().replaceAll(" +(0|\\d\\.\\de-(1[4-9]|2\\d))(?= )", " ~");
    }
}
