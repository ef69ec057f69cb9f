package org.itocheck.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.itocheck.math.OtherJvm;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hash of all estimates is the same for 1, 2, 3 and 7 threads, 16, 64 and 256 lanes, plain loops and vectors of every width, instruction
 * sets and Java versions. Every combination of the last three is a JVM of its own.
 */
class SameBitsEverywhereTest {
    @TempDir
    Path folder;

    private static String here() {
        return BitsOfEstimates.hashes().iterator().next();
    }

    @Test
    void threads_and_lanes_do_not_matter() {
        assertThat(BitsOfEstimates.hashes()).hasSize(1);
    }

    @TestFactory
    Stream<DynamicTest> neither_do_kernels_and_widths_and_instruction_sets() {
        return Stream.<List<String>>of(
                        List.of("-Ditocheck.kernels=plain"),
                        List.of(),
                        List.of(OtherJvm.VECTOR_API, "-XX:UseAVX=2"),
                        List.of(OtherJvm.VECTOR_API, "-XX:MaxVectorSize=16"),
                        List.of(OtherJvm.VECTOR_API, "-Ditocheck.kernels.bits=512"))
                .map(OtherJvm::with)
                .map(jvm -> DynamicTest.dynamicTest(jvm.toString(), () -> hasTheBitsOfThisJvm(jvm)));
    }

    /** With {@code -Djava25.home=HOME}. */
    @TestFactory
    Stream<DynamicTest> nor_does_the_version_of_java() {
        String home = System.getProperty("java25.home");
        return Stream.<List<String>>of(List.of(OtherJvm.VECTOR_API), List.of("-Ditocheck.kernels=plain"))
                .map(options -> DynamicTest.dynamicTest("Java 25 " + String.join(" ", options), () -> {
                    assumeTrue(home != null, "no -Djava25.home=HOME of a JDK 25");
                    hasTheBitsOfThisJvm(new OtherJvm(Path.of(home, "bin", "java"), options));
                }));
    }

    private void hasTheBitsOfThisJvm(OtherJvm jvm) throws IOException, InterruptedException {
        assertThat(jvm.run(BitsOfEstimates.class, folder)).hasSize(2).endsWith(here());
    }
}
