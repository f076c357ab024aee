package io.github.domojvm.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the results between the marks of {@code performance.md}, and the charts that the page shows. */
final class Page {
    private Page() {}

    /** Writes page and charts into the folder of the documentation. */
    static void write(Path docs, Results results) throws IOException {
        Path page = docs.resolve("performance.md");
        Files.writeString(
                page, with("growth", growth(results), with("goals", section(results), Files.readString(page))));
        Files.writeString(docs.resolve("charts/performance-goals.svg"), GoalChart.draw(results));
        Files.writeString(docs.resolve("charts/performance-settings.svg"), SettingChart.draw(results));
    }

    /** Replaces the section between two marks. */
    private static String with(String name, String section, String page) throws IOException {
        String begin = "<!-- " + name + ": begin -->";
        String end = "<!-- " + name + ": end -->";
        if (!page.contains(begin) || !page.contains(end)) {
            throw new IOException("The page has no section for " + name);
        }
        return page.substring(0, page.indexOf(begin) + begin.length()) + "\n" + section + "\n"
                + page.substring(page.indexOf(end));
    }

    /** Returns the table of what grows. */
    static String growth(Results results) {
        List<String> lines = new ArrayList<>(List.of("| compared | median (least to greatest) |", "| --- | --- |"));
        for (Result result : results.growth()) {
            lines.add("| " + result.key().substring("growth ".length()) + " | " + spread(result.ratio()) + " |");
        }
        return String.join("\n", lines);
    }

    /** Returns the table, and a list of the runs that its last column refers to. */
    static String section(Results results) {
        List<String> stamps = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        lines.add("| goal | measure | must reach | median (least to greatest) | reached | run |");
        lines.add("| --- | --- | --- | --- | --- | --- |");
        for (Target target : Target.all()) {
            lines.add("| " + target.goal() + " | " + target.measure() + " | " + target.limit() + " | "
                    + measured(target, results.get(target.key()), stamps));
        }
        lines.add("");
        for (int i = 0; i < stamps.size(); i++) {
            lines.add((i + 1) + ". " + stamps.get(i));
        }
        return String.join("\n", lines);
    }

    private static String measured(Target target, Optional<Result> found, List<String> stamps) {
        if (found.isEmpty()) {
            return "not measured | | |";
        }
        Result result = found.get();
        if (!stamps.contains(result.stamp())) {
            stamps.add(result.stamp());
        }
        Ratio ratio = result.ratio();
        String note = result.note().isEmpty() ? "" : "; " + result.note();
        return spread(ratio) + note + " | " + (target.isMet(ratio.median()) ? "yes" : "**no**") + " | "
                + (stamps.indexOf(result.stamp()) + 1) + " |";
    }

    private static String spread(Ratio ratio) {
        return number(ratio.median())
                + (ratio.least() == ratio.greatest()
                        ? ""
                        : " (" + number(ratio.least()) + " to " + number(ratio.greatest()) + ")");
    }

    static String number(double value) {
        boolean whole = value >= 10 && value == Math.rint(value);
        // A third digit, since the limits have two.
        return String.format(Locale.ROOT, whole ? "%.0f" : "%.3f", value);
    }
}
