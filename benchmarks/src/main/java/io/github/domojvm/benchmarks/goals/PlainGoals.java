package io.github.domojvm.benchmarks.goals;

import io.github.domojvm.benchmarks.harness.Bench;
import io.github.domojvm.benchmarks.harness.Goal;
import io.github.domojvm.benchmarks.harness.Measured;
import io.github.domojvm.benchmarks.harness.Programs;
import io.github.domojvm.benchmarks.harness.Ratio;
import io.github.domojvm.benchmarks.harness.Results;
import io.github.domojvm.benchmarks.sink.SinkOptions;
import java.util.List;

/** G6: uploads without compression, against the official SDK on 4 threads. */
public final class PlainGoals implements Goal {
    private static final int THREADS = 4;

    @Override
    public void measure(Bench bench, Results results) throws InterruptedException {
        Programs programs = bench.programs();
        List<List<Measured>> cold = bench.alternate(
                bench.pairs(), SinkOptions.DIRECT, programs.upload("off", 1), programs.sdkUpload(THREADS, "plain", 1));
        results.put("G6.cold.cpu", Ratio.of(cold.get(0), cold.get(1), Measured::cpuSeconds));
        results.put("G6.cold.wall", Ratio.of(cold.get(0), cold.get(1), Measured::seconds));
        List<List<Measured>> steady = bench.alternate(
                bench.pairs(), SinkOptions.DIRECT, programs.upload("off", 2), programs.sdkUpload(THREADS, "plain", 2));
        results.put(
                "G6.steady.cpu",
                Ratio.of(steady.get(0), steady.get(1), run -> run.last().cpuSeconds()));
        results.put(
                "G6.steady.wall",
                Ratio.of(steady.get(0), steady.get(1), run -> run.last().seconds()));
    }
}
