package org.itocheck.benchmark.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The programs of a folder with {@code bench.cpp} and {@code bench_numpy.py}, as far as this machine can run them. C++ is built with every
 * compiler that is there, into a temporary folder that {@link #close} removes; nothing is written into the folder itself.
 */
public final class Peers implements AutoCloseable {
    private static final List<String> FLAGS =
            List.of("-O3", "-march=native", "-mprefer-vector-width=512", "-Wno-psabi");
    private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");
    private static final List<String> PINNED = List.of("taskset", "-c", "0");
    /** Modules by the file that needs them. */
    private static final Map<String, String> MODULES = Map.of("bench_numpy.py", "numpy", "bench_torch.py", "torch");

    private final List<PeerProgram> programs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Path built;
    private final List<String> prefix;

    private Peers(Path built) {
        this.built = built;
        boolean pins = Shell.run(append(PINNED, "true")).succeeded();
        prefix = pins ? PINNED : List.of();
        notes.add(
                pins
                        ? "peers run on one thread, pinned to processor 0"
                        : "peers run on one thread, not pinned: taskset is not installed");
    }

    /**
     * Builds what can be built.
     *
     * @param folder with bench.cpp, bench_numpy.py and, if wanted, bench_torch.py
     * @throws IllegalArgumentException if the first two are not there
     */
    public static Peers in(Path folder) {
        for (String file : List.of("bench.cpp", "bench_numpy.py")) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                throw new IllegalArgumentException("--peers is '" + folder + "', which has no " + file
                        + "; expected the folder of the peers' programs, with bench.cpp and bench_numpy.py");
            }
        }
        try {
            Peers peers = new Peers(Files.createTempDirectory("itocheck-peers"));
            peers.compile(folder, "g++", List.of());
            peers.compile(folder, "clang++", List.of("-ffp-contract=fast"));
            peers.interpret(folder, "bench_numpy.py", "NumPy");
            if (Files.isRegularFile(folder.resolve("bench_torch.py"))) {
                peers.interpret(folder, "bench_torch.py", "PyTorch");
            }
            return peers;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder to build the peers in", e);
        }
    }

    /** What can be run, in order. */
    public List<PeerProgram> programs() {
        return List.copyOf(programs);
    }

    /** How they run, and which are skipped and why. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    private void compile(Path folder, String compiler, List<String> more) {
        if (!Shell.run(List.of(compiler, "--version")).succeeded()) {
            notes.add("C++ with " + compiler + " is skipped: " + compiler + " is not installed");
            return;
        }
        String program = built.resolve("bench_" + compiler.replace("+", "p")).toString();
        List<String> command = new ArrayList<>(List.of(compiler));
        command.addAll(FLAGS);
        command.addAll(more);
        command.addAll(List.of(folder.resolve("bench.cpp").toString(), "-o", program));
        Shell.Result result = Shell.run(command);
        if (result.succeeded()) {
            programs.add(new PeerProgram("C++", compiler, append(prefix, program)));
        } else {
            notes.add("C++ with " + compiler + " is skipped: it does not compile here: " + result.lastLine());
        }
    }

    /** With every interpreter that has the module; two of the same version count once. */
    private void interpret(Path folder, String file, String name) {
        String module = MODULES.getOrDefault(file, "");
        Set<String> versions = new HashSet<>();
        for (String python : PYTHONS) {
            Optional<String> version = version(python, module);
            if (version.isPresent() && versions.add(version.get())) {
                List<String> command =
                        append(append(prefix, python), folder.resolve(file).toString());
                programs.add(new PeerProgram(name, version.get(), command));
            }
        }
        if (versions.isEmpty()) {
            notes.add(name + " is skipped: neither of " + String.join(", ", PYTHONS) + " can import " + module);
        }
    }

    private static Optional<String> version(String python, String module) {
        Shell.Result result =
                Shell.run(List.of(python, "-c", "import " + module + "; print(" + module + ".__version__)"));
        return result.succeeded() ? Optional.of(result.lastLine()) : Optional.empty();
    }

    private static List<String> append(List<String> command, String word) {
        List<String> longer = new ArrayList<>(command);
        longer.add(word);
        return List.copyOf(longer);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(built)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + built, e);
        }
    }
}
