package org.itocheck.benchmark.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that is called with the number of a problem and prints one line for each of its implementations, such as
 * {@code P1 OU        simd G=4        median    1.221  min    1.169   E=0.57541 +- 0.00304} or
 * {@code P1 OU                        best     7.63 at block 16384   all 16.6 9.9 8.2 7.6   E=0.5671}.
 *
 * @param name for example {@code C++} or {@code NumPy}
 * @param detail which compiler or version, for example {@code g++}
 * @param command what starts it; the number is appended
 */
public record PeerProgram(String name, String detail, List<String> command) {
    private static final Pattern LINE = Pattern.compile("P([1-9]) +(.*?) +(?:median|best) +([0-9.]+)( at block \\d+)?.*"
            + " E=([0-9]+\\.([0-9]+))(?: \\+- ([0-9.]+))?");
    private static final Pattern STYLE = Pattern.compile("\\b(simd|aos)\\b");

    /** Copies the command. */
    public PeerProgram {
        command = List.copyOf(command);
    }

    /**
     * Runs it once.
     *
     * @param problem 1 to 4
     * @return a sample for each line it prints about the problem, at least one
     * @throws PeerException if it fails, or says nothing about the problem
     */
    public List<Sample> measure(int problem) {
        List<String> whole = new ArrayList<>(command);
        whole.add(Integer.toString(problem));
        Shell.Result result = Shell.run(whole);
        List<Sample> samples = result.output().stream()
                .map(LINE::matcher)
                .filter(line -> line.matches() && Integer.parseInt(line.group(1)) == problem)
                .map(this::sample)
                .toList();
        if (!result.succeeded() || samples.isEmpty()) {
            throw new PeerException(name + " (" + detail + ") measured nothing: '" + String.join(" ", whole)
                    + "' ended with exit code " + result.code() + ", its last line is '" + result.lastLine()
                    + "'; run that command by hand, or leave --peers out");
        }
        return samples;
    }

    private Sample sample(Matcher line) {
        Matcher style = STYLE.matcher(line.group(2));
        String implementation = name + (style.find() ? " " + style.group(1) : "") + " (" + detail + ")";
        String block = line.group(4) == null ? "" : line.group(4).strip();
        double rounding = 0.5 * StrictMath.pow(10, -line.group(6).length());
        double error = line.group(7) == null ? Double.NaN : Math.hypot(Double.parseDouble(line.group(7)), rounding);
        return new Sample(
                implementation,
                (line.group(2).replaceAll(" +", " ") + " " + block).strip(),
                Double.parseDouble(line.group(3)),
                Double.parseDouble(line.group(5)),
                error);
    }
}
