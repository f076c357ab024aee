package io.github.domojvm.benchmarks.goals;

import io.github.domojvm.benchmarks.harness.Bench;
import io.github.domojvm.benchmarks.harness.Correctness;
import io.github.domojvm.benchmarks.harness.Goal;
import io.github.domojvm.benchmarks.harness.Ratio;
import io.github.domojvm.benchmarks.harness.Results;
import io.github.domojvm.benchmarks.sink.SinkOptions;

/** G17 with failures: uploads while every 7th PUT receives status 503. Not timed. */
public final class FaultGoal implements Goal {
    private static final SinkOptions FAILING = new SinkOptions(0, 0, 7);

    @Override
    public void measure(Bench bench, Results results) throws InterruptedException {
        Correctness before = bench.correctness().copy();
        for (String compression : new String[] {"1", "off"}) {
            bench.run(FAILING, bench.programs().upload(compression, 1));
        }
        Correctness since = bench.correctness().since(before);
        results.put("G17.faults", Ratio.of(since.share()), since.summary());
    }
}
