package io.github.domojvm.benchmarks.goals;

import io.github.domojvm.benchmarks.client.Compression;
import io.github.domojvm.benchmarks.harness.Bench;
import io.github.domojvm.benchmarks.harness.Goal;
import io.github.domojvm.benchmarks.harness.Measured;
import io.github.domojvm.benchmarks.harness.Program;
import io.github.domojvm.benchmarks.harness.Ratio;
import io.github.domojvm.benchmarks.harness.Results;
import io.github.domojvm.benchmarks.sink.SinkOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** G9: adaptive compression against all fixed settings, on four lines. */
public final class SettingGoals implements Goal {
    private static final List<String> FIXED = List.of("off", "1", "2", "3", "4", "5", "6", "7");
    private static final SinkOptions CROWDED = new SinkOptions(2_000_000, 50, 0);
    private static final SinkOptions OPEN = new SinkOptions(0, 0, 0);
    /** Slow lines would need minutes for the entire file. */
    private static final long SHARE = 5;

    private static final long SMALL_SHARE = 25;

    @Override
    public void measure(Bench bench, Results results) throws IOException, InterruptedException {
        try (Bench small = bench.ofRows(bench.file().rows() / SMALL_SHARE)) {
            line(small, results, "G9.2", CROWDED);
        }
        try (Bench fifth = bench.ofRows(bench.file().rows() / SHARE)) {
            line(fifth, results, "G9.12", LineGoals.SLOW);
        }
        line(bench, results, "G9.100", LineGoals.FAST);
        line(bench, results, "G9.open", OPEN);
    }

    private static void line(Bench bench, Results results, String key, SinkOptions line) throws InterruptedException {
        List<String> settings = new ArrayList<>(FIXED);
        settings.add(Compression.ADAPTIVE);
        List<List<Measured>> runs = bench.alternate(
                bench.pairs(),
                line,
                settings.stream()
                        .map(setting -> bench.programs().upload(setting, 1))
                        .toArray(Program[]::new));
        int best = 0;
        for (int i = 1; i < FIXED.size(); i++) {
            if (seconds(runs.get(i)) < seconds(runs.get(best))) {
                best = i;
            }
        }
        for (int i = 0; i < settings.size(); i++) {
            results.putSetting(key, settings.get(i), Ratio.of(runs.get(i), runs.get(best), Measured::seconds));
        }
        List<Measured> adaptive = runs.get(FIXED.size());
        results.put(key, Ratio.of(adaptive, runs.get(best), Measured::seconds), "best: " + FIXED.get(best));
    }

    private static double seconds(List<Measured> runs) {
        return Ratio.median(runs, Measured::seconds);
    }
}
