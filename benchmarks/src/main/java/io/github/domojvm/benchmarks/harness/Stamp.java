package io.github.domojvm.benchmarks.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** States with which command, when, from which commit and on which machine results were measured. */
final class Stamp {
    private Stamp() {}

    static String now(List<String> goals, long rows, int pairs) throws IOException {
        String command = "make benchmarks" + (goals.isEmpty() ? "" : " GOALS=\"" + String.join(" ", goals) + "\"");
        boolean changed = !git(
                        "status", "--porcelain", "--untracked-files=no", "--", ":!docs", ":!benchmarks/results.tsv")
                .isEmpty();
        return String.format(
                Locale.ROOT,
                "`%s`, %s, commit %s%s, %,d rows, %d %s, %d processors, Java %s",
                command,
                LocalDate.now(ZoneOffset.UTC),
                git("rev-parse", "--short", "HEAD"),
                changed ? " with changes" : "",
                rows,
                pairs,
                pairs == 1 ? "pair" : "pairs",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"));
    }

    private static String git(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
