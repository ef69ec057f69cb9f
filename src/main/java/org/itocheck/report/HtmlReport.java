package org.itocheck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.itocheck.claim.Verdict;

/**
 * A study as one page that needs nothing else: style, script and pictures are inside, and its policy forbids the
 * browser to load anything. The markup is well-formed XML.
 */
public final class HtmlReport {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:";

    private HtmlReport() {}

    /** The page as text, to be stored as UTF-8. */
    public static String render(StudyResult result) {
        return render(result, List.of());
    }

    /**
     * The page with figures and tables after the claims.
     *
     * @param shown what is to be seen besides the claims, in the order of the page
     */
    public static String render(StudyResult result, List<ReportSection> shown) {
        StringBuilder after = new StringBuilder();
        for (int i = 0; i < shown.size(); i++) {
            after.append(shown.get(i).html("shown-" + (i + 1)));
        }
        List<ClaimSection> sections = new ArrayList<>();
        for (int i = 0; i < result.outcomes().size(); i++) {
            sections.add(new ClaimSection(result.outcomes().get(i), result.reproduce(), i + 1));
        }
        String name = Markup.escape(result.name());
        return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head><meta charset=\"utf-8\"/>"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\"/>"
                + "<title>" + result.verdict() + ": " + name + "</title>\n<style>/*<![CDATA[*/\n"
                + Markup.resource("report.css") + Markup.resource("plot.css")
                + (shown.isEmpty() ? "" : Markup.resource("chart.css")) + "/*]]>*/</style>\n"
                + script("theme.js") + "</head>\n<body><main>\n<header><h1>" + name
                + "</h1><span class=\"mut\">ItoCheck study</span>"
                + "<button id=\"theme\">Theme</button></header>\n" + cards(result) + claims(sections)
                + sections.stream().map(ClaimSection::html).collect(Collectors.joining()) + after + footer(result)
                + "</main><div id=\"tip\" role=\"status\"></div>" + script("report.js") + "</body></html>\n";
    }

    static String style(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    static String pill(Verdict verdict) {
        String mark = verdict == Verdict.PASS ? "\u2713 " : mark(verdict);
        return "<span class=\"pill " + style(verdict) + "\">" + mark + verdict + "</span>";
    }

    /** For those who do not see the colour; a PASS needs none among numbers. */
    static String mark(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "";
            case FAIL -> "\u2717 ";
            case INCONCLUSIVE -> "? ";
        };
    }

    /** A command line with a button beside it. */
    static String copyable(String command) {
        return "<span class=\"copyable\"><code>" + Markup.escape(command)
                + "</code><button class=\"copy\">Copy</button></span>";
    }

    /** Without indentation and comment lines: they are for those who read the source. */
    private static String script(String name) {
        String code = Markup.resource(name).replaceAll("(?m)^ *(//.*)?\\R?", "");
        return "<script>//<![CDATA[\n" + code + "//]]></script>\n";
    }

    private static String cards(StudyResult result) {
        String counts = List.of(Verdict.PASS, Verdict.FAIL, Verdict.INCONCLUSIVE).stream()
                .map(verdict -> card(
                        pill(verdict),
                        String.valueOf(result.count(verdict)),
                        "of " + plural(result.outcomes().size(), "claim"),
                        result.count(verdict) == 0 ? " none" : ""))
                .collect(Collectors.joining());
        Environment environment = result.environment();
        return "<div class=\"cards\">" + counts
                + card(
                        "Trajectories",
                        Numbers.count(result.trajectories()),
                        "in " + Numbers.duration(result.seconds()) + ", " + plural(environment.threads(), "thread"),
                        "")
                + "</div><div class=\"seed card\"><div class=\"k\">Seed <code>" + result.seed() + "</code></div>"
                + (result.reproduce().isEmpty() ? "" : copyable(result.reproduce())) + "</div>\n";
    }

    private static String card(String key, String value, String below, String style) {
        return "<div class=\"card" + style + "\"><div class=\"k\">" + key + "</div><div class=\"v\">" + value
                + "</div><div class=\"sub\">" + below + "</div></div>";
    }

    private static String plural(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String claims(List<ClaimSection> sections) {
        if (sections.isEmpty()) {
            return "<p>This study has no claims: nothing was shown.</p>";
        }
        String rows = sections.stream().map(ClaimSection::row).collect(Collectors.joining());
        return "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"claims\"><table class=\"claims\"><thead><tr>"
                + "<th>verdict</th><th>claim</th><th>finding</th><th>trajectories</th><th>time</th></tr></thead><tbody>\n"
                + rows + "</tbody></table></div>\n";
    }

    private static String footer(StudyResult result) {
        Environment environment = result.environment();
        return "<footer>ItoCheck " + Markup.escape(environment.version()) + ", Java "
                + Markup.escape(environment.java())
                + ", " + Markup.escape(environment.os())
                + ". PASS: the planned power was reached and nothing contradicts the claim. FAIL: a test with a stated"
                + " false-alarm rate rejects it. INCONCLUSIVE: neither.</footer>\n";
    }
}
