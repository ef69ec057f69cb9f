package org.itocheck.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a real browser sees it; leaves target/sample-report.html and its picture for those who want to look. */
@Tag("browser")
class BrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PAGE = Path.of("target/sample-report.html").toAbsolutePath();
    private static final Path PICTURE = Path.of("target/sample-report.png").toAbsolutePath();

    @TempDir
    Path profile;

    @BeforeAll
    static void write_the_sample() {
        assumeTrue(Files.isExecutable(CHROMIUM), "needs /usr/bin/chromium");
        Samples.study().writeHtml(PAGE);
    }

    @Test
    void the_script_runs_and_the_policy_blocks_nothing() throws Exception {
        String dom = browse("", "--dump-dom", "--enable-logging=stderr");
        assertThat(dom).doesNotContain("Uncaught", "Refused to", "Content Security Policy directive:");
        assertThat(dom).contains("data-tip=\"|x|^2, l = 8").doesNotContain("<title>|x|^2, l = 8");
    }

    @Test
    void the_address_chooses_the_theme() throws Exception {
        assertThat(browse("#dark", "--dump-dom")).contains("data-theme=\"dark\"");
        assertThat(browse("#light", "--dump-dom")).contains("data-theme=\"light\"");
    }

    @Test
    void it_can_be_photographed() throws Exception {
        browse("#light", "--screenshot=" + PICTURE, "--window-size=1100,4200");
        assertThat(PICTURE).isNotEmptyFile();
    }

    private String browse(String hash, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                CHROMIUM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile));
        command.addAll(List.of(options));
        command.add(PAGE.toUri() + hash);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
