package io.github.domojvm.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
    @TempDir
    Path folder;

    @Test
    void theTableHasTheMedianTheSpreadAndTheCommand() throws Exception {
        Results results = Results.open(folder.resolve("results.tsv"), "`make benchmarks`, today");
        results.put("G1.cold", Ratio.of(0.9, 0.7, 0.74));
        results.put("G4.cold", Ratio.of(1.4));

        assertThat(Page.section(results))
                .contains(
                        "| G1 | upload, wall / SDK, cold | <= 0.75 | 0.740 (0.700 to 0.900) | yes | 1 |",
                        "| G4 | upload, wall / `pigz -p2 -1`, cold | <= 1.30 | 1.400 | **no** | 1 |",
                        "| G2 | upload, bytes sent / SDK | <= 0.36 | not measured | | |",
                        "1. `make benchmarks`, today");
    }

    @Test
    void aLaterRunOfOneGoalPreservesTheOthers() throws Exception {
        Path file = folder.resolve("results.tsv");
        Results.open(file, "first").put("G2", Ratio.of(0.36), "a note");
        Results.open(file, "second").put("G16", Ratio.of(1.2));

        Results results = Results.open(file, "third");

        assertThat(results.get("G2")).get().isEqualTo(new Result("G2", Ratio.of(0.36), "a note", "first"));
        assertThat(results.get("G16")).get().extracting(Result::stamp).isEqualTo("second");
    }

    @Test
    void replacesTheSectionsOfThePageAndDrawsTheCharts() throws Exception {
        Path page = folder.resolve("performance.md");
        Files.writeString(page, """
                before
                <!-- goals: begin -->
                outdated
                <!-- goals: end -->
                <!-- growth: begin -->
                outdated
                <!-- growth: end -->
                after
                """);
        Files.createDirectories(folder.resolve("charts"));
        Results results = Results.open(folder.resolve("results.tsv"), "stamp");
        results.put("G15.maps", Ratio.of(1.6));
        results.putSetting("G9.12", "off", Ratio.of(2.9));
        results.putGrowth("8 parts in flight / 4: wall", Ratio.of(0.9, 1, 1.1));

        Page.write(folder, results);

        assertThat(page).content().startsWith("before\n").endsWith("\nafter\n").doesNotContain("outdated");
        assertThat(page).content().contains("| 8 parts in flight / 4: wall | 1.000 (0.900 to 1.100) |");
        assertThat(textOf("performance-goals.svg")).contains("upload of maps").contains("1.600 (>= 1.50)");
        assertThat(textOf("performance-settings.svg"))
                .contains("12.5 MB/s, 50 ms")
                .contains("2.900");
    }

    @Test
    void aRatioIsTheMedianOfThePairs() {
        assertThat(Ratio.of(3, 1, 2)).isEqualTo(new Ratio(2, 1, 3));
        assertThat(Ratio.of(1, 2).median()).isCloseTo(1.5, within(1e-9));
    }

    private String textOf(String chart) throws Exception {
        byte[] svg = Files.readString(folder.resolve("charts").resolve(chart)).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg))
                .getDocumentElement()
                .getTextContent();
    }
}
