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

/** G1 to G4 and G11: uploads with level 1 against the official SDK and against pigz, in one alternation. */
public final class UploadGoals implements Goal {
    private static final String LEVEL = "1";

    @Override
    public void measure(Bench bench, Results results) throws InterruptedException {
        Optional<Program> pigz = Pigz.program(bench, 1);
        List<Program> programs = new ArrayList<>(
                List.of(bench.programs().upload(LEVEL, 1), bench.programs().sdkUpload(1, "plain", 1)));
        pigz.ifPresent(programs::add);
        List<List<Measured>> cold =
                bench.alternate(bench.pairs(), SinkOptions.DIRECT, programs.toArray(Program[]::new));
        List<Measured> own = cold.get(0);
        List<Measured> sdk = cold.get(1);
        results.put("G1.cold", Ratio.of(own, sdk, Measured::seconds));
        results.put("G2", Ratio.of(own, sdk, Measured::wireBytes));
        results.put("G11", Ratio.of(own, sdk, Measured::rssMebibytes));

        programs.set(0, bench.programs().upload(LEVEL, 2));
        programs.set(1, bench.programs().sdkUpload(1, "plain", 2));
        List<List<Measured>> steady =
                bench.alternate(bench.pairs(), SinkOptions.DIRECT, programs.toArray(Program[]::new));
        results.put(
                "G1.steady",
                Ratio.of(steady.get(0), steady.get(1), run -> run.last().seconds()));
        if (pigz.isEmpty()) {
            List.of("G3.cold", "G3.steady", "G4.cold", "G4.steady")
                    .forEach(key -> results.notMeasured(key, Pigz.MISSING));
            return;
        }
        results.put("G3.cold", Ratio.of(own, cold.get(2), Measured::cpuSeconds));
        results.put("G4.cold", Ratio.of(own, cold.get(2), Measured::seconds));
        results.put(
                "G3.steady",
                Ratio.of(steady.get(0), run -> run.last().cpuSeconds(), steady.get(2), Measured::cpuSeconds));
        results.put(
                "G4.steady", Ratio.of(steady.get(0), run -> run.last().seconds(), steady.get(2), Measured::seconds));
    }
}
