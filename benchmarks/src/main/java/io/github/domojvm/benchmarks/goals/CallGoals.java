package io.github.domojvm.benchmarks.goals;

import io.github.domojvm.benchmarks.harness.Bench;
import io.github.domojvm.benchmarks.harness.Goal;
import io.github.domojvm.benchmarks.harness.Measured;
import io.github.domojvm.benchmarks.harness.Programs;
import io.github.domojvm.benchmarks.harness.Ratio;
import io.github.domojvm.benchmarks.harness.Results;
import io.github.domojvm.benchmarks.sink.SinkOptions;
import java.util.List;

/** G13 and G14: small calls, warmed up and from the start of the process. */
public final class CallGoals implements Goal {
    private static final int WARM_UP = 5_000;
    private static final int CALLS = 10_000;
    /** A start is short, so that its ratio spreads more. */
    private static final int MORE_PAIRS = 5;

    @Override
    public void measure(Bench bench, Results results) throws InterruptedException {
        Programs programs = bench.programs();
        List<List<Measured>> lists = bench.alternate(
                bench.pairs(), SinkOptions.DIRECT, programs.list(WARM_UP, CALLS), programs.sdkList(WARM_UP, CALLS));
        results.put(
                "G13.bytes",
                Ratio.of(lists.get(0), lists.get(1), run -> run.values().get("bytesPerCall")));
        results.put(
                "G13.cpu",
                Ratio.of(lists.get(0), lists.get(1), run -> run.last().cpuSeconds()));

        List<List<Measured>> starts = bench.alternate(
                bench.pairs() + MORE_PAIRS, SinkOptions.DIRECT, programs.firstList(), programs.sdkFirstList());
        results.put("G14.cpu", Ratio.of(starts.get(0), starts.get(1), Measured::cpuSeconds));
        results.put("G14.wall", Ratio.of(starts.get(0), starts.get(1), Measured::seconds));
        List<List<Measured>> commands = bench.alternate(
                bench.pairs() + MORE_PAIRS, SinkOptions.DIRECT, programs.listCommand(), programs.sdkFirstList());
        results.put("G14.command.cpu", Ratio.of(commands.get(0), commands.get(1), Measured::cpuSeconds));
        results.put("G14.command.wall", Ratio.of(commands.get(0), commands.get(1), Measured::seconds));
    }
}
