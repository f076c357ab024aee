package io.github.domojvm.benchmarks.goals;

import io.github.domojvm.benchmarks.harness.Bench;
import io.github.domojvm.benchmarks.harness.Goal;
import io.github.domojvm.benchmarks.harness.Measured;
import io.github.domojvm.benchmarks.harness.Program;
import io.github.domojvm.benchmarks.harness.Ratio;
import io.github.domojvm.benchmarks.harness.Results;
import io.github.domojvm.benchmarks.sink.SinkOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** G3 with level 6, and G5: the compression itself dominates, so only CPU time is compared. */
public final class LevelSixGoals implements Goal {
    private static final int LEVEL = 6;

    @Override
    public void measure(Bench bench, Results results) throws InterruptedException {
        Optional<Program> pigz = Pigz.program(bench, LEVEL);
        List<Program> programs = new ArrayList<>(List.of(
                bench.programs().upload(String.valueOf(LEVEL), 1),
                bench.programs().sdkUpload(2, "gzip", 1)));
        pigz.ifPresent(programs::add);
        List<List<Measured>> runs =
                bench.alternate(bench.pairs(), SinkOptions.DIRECT, programs.toArray(Program[]::new));
        results.put("G5", Ratio.of(runs.get(0), runs.get(1), Measured::cpuSeconds));
        results.put("G5.bytes", Ratio.of(runs.get(0), runs.get(1), Measured::wireBytes));
        if (pigz.isPresent()) {
            results.put("G3.level6", Ratio.of(runs.get(0), runs.get(2), Measured::cpuSeconds));
        } else {
            results.notMeasured("G3.level6", Pigz.MISSING);
        }
    }
}
