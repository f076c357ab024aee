package io.github.domojvm.benchmarks.goals;

import io.github.domojvm.benchmarks.harness.Bench;
import io.github.domojvm.benchmarks.harness.ChildFailedException;
import io.github.domojvm.benchmarks.harness.Goal;
import io.github.domojvm.benchmarks.harness.Ratio;
import io.github.domojvm.benchmarks.harness.Results;
import io.github.domojvm.benchmarks.sink.SinkOptions;
import java.io.IOException;
import java.util.List;

/** G10: the smallest heap with which an upload neither fails nor spends more than 10 % on garbage collection. */
public final class HeapGoals implements Goal {
    private static final List<Integer> HEAPS = List.of(12, 14, 16, 18, 20, 22, 24, 28, 32, 40, 48, 64);
    private static final int AMPLE_HEAP = 256;
    private static final double MOST_CPU = 1.10;
    private static final int TIMES = 10;

    private final boolean huge;

    /**
     * Creates the goals.
     *
     * @param huge whether to measure ten times the rows as well, which needs about 14 GB of memory for files
     */
    public HeapGoals(boolean huge) {
        this.huge = huge;
    }

    @Override
    public void measure(Bench bench, Results results) throws IOException, InterruptedException {
        search(bench, results, "G10");
        if (!huge) {
            results.notMeasured("G10.huge", "only with HUGE=true");
            return;
        }
        try (Bench tenfold = bench.ofRows(bench.file().rows() * TIMES)) {
            search(tenfold, results, "G10.huge");
        }
    }

    private static void search(Bench bench, Results results, String key) throws InterruptedException {
        double ample = cpu(bench, AMPLE_HEAP);
        if (Double.isNaN(ample)) {
            results.notMeasured(key, "GNU time is not installed");
            return;
        }
        for (int heap : HEAPS) {
            double cpu = cpu(bench, heap);
            if (cpu <= ample * MOST_CPU) {
                results.put(key, Ratio.of(heap), "%.2f times the CPU".formatted(cpu / ample));
                return;
            }
        }
        results.notMeasured(key, "no heap up to 64 MB is enough");
    }

    /** Returns the CPU time of an upload; infinite if it fails. */
    private static double cpu(Bench bench, int heap) throws InterruptedException {
        try {
            return bench.run(SinkOptions.DIRECT, bench.programs().upload("1", 1, heap + "m"))
                    .cpuSeconds();
        } catch (ChildFailedException e) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
