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
    private static final String BEGIN = "<!-- goals: begin -->";
    private static final String END = "<!-- goals: end -->";

    private Page() {}

    /** Writes page and charts into the folder of the documentation. */
    static void write(Path docs, Results results) throws IOException {
        Path page = docs.resolve("performance.md");
        String old = Files.readString(page);
        int begin = old.indexOf(BEGIN);
        int end = old.indexOf(END);
        if (begin < 0 || end < 0) {
            throw new IOException(page + " has no section for goals");
        }
        Files.writeString(
                page, old.substring(0, begin + BEGIN.length()) + "\n" + section(results) + "\n" + old.substring(end));
        Files.writeString(docs.resolve("charts/performance-goals.svg"), GoalChart.draw(results));
        Files.writeString(docs.resolve("charts/performance-settings.svg"), SettingChart.draw(results));
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
        String spread = ratio.least() == ratio.greatest()
                ? ""
                : " (" + number(ratio.least()) + " to " + number(ratio.greatest()) + ")";
        return number(ratio.median()) + spread + note + " | " + (target.isMet(ratio.median()) ? "yes" : "**no**")
                + " | " + (stamps.indexOf(result.stamp()) + 1) + " |";
    }

    static String number(double value) {
        boolean whole = value >= 10 && value == Math.rint(value);
        // A third digit, since the limits have two.
        return String.format(Locale.ROOT, whole ? "%.0f" : "%.3f", value);
    }
}
