package org.itocheck.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of the tests in a JVM of its own, because what chooses between kernels is fixed when a JVM starts. */
public record OtherJvm(Path java, List<String> options) {
    public static final String VECTOR_API = "--add-modules=jdk.incubator.vector";

    public OtherJvm {
        options = List.copyOf(options);
    }

    /** The Java of this JVM with other options. */
    public static OtherJvm with(List<String> options) {
        return new OtherJvm(Path.of(System.getProperty("java.home"), "bin", "java"), options);
    }

    /** The lines that the program prints; an assertion says what went wrong if it fails. */
    public List<String> run(Class<?> program, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        int code = new ProcessBuilder(command)
                .redirectError(errors.toFile())
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        assertThat(code).as(Files.readString(errors)).isZero();
        return Files.readAllLines(output);
    }

    @Override
    public String toString() {
        return "java " + String.join(" ", options);
    }
}
