package io.github.domojvm.benchmarks.goals;

import io.github.domojvm.benchmarks.harness.Bench;
import io.github.domojvm.benchmarks.harness.Goal;
import io.github.domojvm.benchmarks.harness.Measured;
import io.github.domojvm.benchmarks.harness.Ratio;
import io.github.domojvm.benchmarks.harness.Results;
import io.github.domojvm.benchmarks.sink.SinkOptions;
import java.util.List;

/** G15 and G16: rows of a program in, and typed rows out, against FastCSV. The last of several rounds counts. */
public final class RowGoals implements Goal {
    private static final int ROUNDS = 4;
    private static final long SHARE = 10;
    /** The number of distinct rows, of which a round must be a multiple. */
    private static final long DISTINCT = 20_000;

    @Override
    public void measure(Bench bench, Results results) throws InterruptedException {
        long rows = Math.max(
                bench.file().rows() / SHARE / DISTINCT * DISTINCT,
                Math.min(DISTINCT, bench.file().rows()));
        for (String kind : List.of("records", "maps", "jdbc")) {
            List<List<Measured>> runs = bench.alternate(
                    bench.pairs(),
                    SinkOptions.DIRECT,
                    bench.programs().rowsIn("upload", kind, rows, ROUNDS),
                    bench.programs().rowsIn("fastcsv", kind, rows, ROUNDS));
            results.put("G15." + kind, rowsPerSecond(runs));
        }
        List<List<Measured>> runs = bench.alternate(
                bench.pairs(),
                SinkOptions.DIRECT,
                bench.programs().rowsOut("rows", rows, ROUNDS),
                bench.programs().rowsOut("fastcsv", rows, ROUNDS));
        results.put("G16", rowsPerSecond(runs));
    }

    /** Both programs convert the same number of rows, so that the ratio of rates is the inverse ratio of times. */
    private static Ratio rowsPerSecond(List<List<Measured>> runs) {
        return Ratio.of(runs.get(1), runs.get(0), run -> run.last().seconds());
    }
}
