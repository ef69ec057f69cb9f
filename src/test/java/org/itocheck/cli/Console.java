package org.itocheck.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of the command line.
 *
 * @param code the exit code
 * @param out what it printed
 * @param err what it said of its progress and of errors
 */
record Console(int code, String out, String err) {
    private static final Pattern REPRODUCE =
            Pattern.compile("(?m)^reproduce: mvn -q compile exec:java -Dexec\\.args=\"([^\"]+)\"$");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    static Console run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Console(code, lines(out), lines(err));
    }

    /** The arguments in the line that reproduces this run, as a shell would split them. */
    String[] reproduction() {
        Matcher line = REPRODUCE.matcher(out);
        if (!line.find()) {
            throw new AssertionError("no line that reproduces in\n" + out);
        }
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line.group(1));
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words.toArray(String[]::new);
    }

    /** What must not change from run to run: everything but wall times and the number of threads. */
    String timeless() {
        return out.replaceAll("(?m) +\\d+\\.\\d$", "")
                .replaceAll("\\d+\\.\\d s\\b", "? s")
                .replaceAll("\\d+ threads?", "? threads");
    }

    private static String lines(StringWriter text) {
        return text.toString().replace("\r\n", "\n");
    }
}
