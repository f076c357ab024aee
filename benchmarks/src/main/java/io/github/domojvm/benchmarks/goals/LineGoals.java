package io.github.domojvm.benchmarks.goals;

import io.github.domojvm.benchmarks.client.Compression;
import io.github.domojvm.benchmarks.harness.Bench;
import io.github.domojvm.benchmarks.harness.Goal;
import io.github.domojvm.benchmarks.harness.Measured;
import io.github.domojvm.benchmarks.harness.Programs;
import io.github.domojvm.benchmarks.harness.Ratio;
import io.github.domojvm.benchmarks.harness.Results;
import io.github.domojvm.benchmarks.sink.SinkOptions;
import java.io.IOException;
import java.util.List;

/** G7 and G8: adaptive compression on lines of 12.5 and 100 MB/s with 50 ms for each response. */
public final class LineGoals implements Goal {
    static final SinkOptions SLOW = new SinkOptions(12_500_000, 50, 0);
    static final SinkOptions FAST = new SinkOptions(100_000_000, 50, 0);

    private static final long SHARE = 5;
    private static final int THREADS = 4;

    @Override
    public void measure(Bench bench, Results results) throws IOException, InterruptedException {
        try (Bench fifth = bench.ofRows(bench.file().rows() / SHARE)) {
            Programs programs = fifth.programs();
            List<List<Measured>> slow = fifth.alternate(
                    fifth.pairs(), SLOW, programs.upload(Compression.ADAPTIVE, 1), programs.sdkUpload(1, "plain", 1));
            results.put("G7.wall", Ratio.of(slow.get(0), slow.get(1), Measured::seconds));
            results.put("G7.line", Ratio.of(slow.get(0), run -> used(run, SLOW), slow.get(0), run -> 1));
        }
        Programs programs = bench.programs();
        List<List<Measured>> fast = bench.alternate(
                bench.pairs(),
                FAST,
                programs.upload(Compression.ADAPTIVE, 1),
                programs.sdkUpload(1, "plain", 1),
                programs.sdkUpload(THREADS, "plain", 1));
        results.put("G8.one", Ratio.of(fast.get(0), fast.get(1), Measured::seconds));
        results.put("G8.four", Ratio.of(fast.get(0), fast.get(2), Measured::seconds));
    }

    /** Returns the share of the line that the parts used from the start to the end of the process. */
    private static double used(Measured run, SinkOptions line) {
        return run.wireBytes() / (double) line.bytesPerSecond() / run.seconds();
    }
}
