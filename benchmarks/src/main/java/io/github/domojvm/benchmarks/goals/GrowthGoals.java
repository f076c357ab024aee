package io.github.domojvm.benchmarks.goals;

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
import java.util.Locale;

/** The costs of an upload as the file and the number of parts in flight grow. */
public final class GrowthGoals implements Goal {
    /** The files have the hundredth, the tenth and all of the rows. */
    private static final List<Integer> SHARES = List.of(100, 10, 1);

    private static final int TENTH = 10;
    private static final int USUAL = 4;
    private static final List<Integer> PARALLEL = List.of(USUAL, 1, 2, 8, 16);
    private static final List<SinkOptions> LINES = List.of(SinkOptions.DIRECT, new SinkOptions(0, 50, 0));

    @Override
    public void measure(Bench bench, Results results) throws IOException, InterruptedException {
        List<List<Measured>> sizes = new ArrayList<>();
        for (int share : SHARES) {
            try (Bench part = bench.ofRows(bench.file().rows() / share)) {
                sizes.addAll(part.alternate(
                        part.pairs(), SinkOptions.DIRECT, part.programs().upload("1", 1)));
            }
        }
        for (int i = 1; i < SHARES.size(); i++) {
            int previous = SHARES.get(i - 1);
            int share = SHARES.get(i);
            results.putGrowth(
                    String.format(
                            Locale.ROOT,
                            "%,d rows / %,d rows: CPU for each row",
                            bench.file().rows() / share,
                            bench.file().rows() / previous),
                    Ratio.of(
                            sizes.get(i),
                            run -> run.cpuSeconds() * share,
                            sizes.get(i - 1),
                            run -> run.cpuSeconds() * previous));
        }
        try (Bench tenth = bench.ofRows(bench.file().rows() / TENTH)) {
            for (SinkOptions line : LINES) {
                inFlight(tenth, line, results);
            }
        }
    }

    private static void inFlight(Bench bench, SinkOptions line, Results results) throws InterruptedException {
        List<List<Measured>> runs = bench.alternate(
                bench.pairs(),
                line,
                PARALLEL.stream()
                        .map(parallel -> bench.programs().uploadOf(parallel))
                        .toArray(Program[]::new));
        for (int i = 1; i < PARALLEL.size(); i++) {
            results.putGrowth(
                    PARALLEL.get(i) + " in flight / " + USUAL + ", " + line.latencyMillis()
                            + " ms for each response: wall",
                    Ratio.of(runs.get(i), runs.get(0), Measured::seconds));
        }
    }
}
