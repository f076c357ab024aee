package io.github.domojvm.benchmarks.goals;

import io.github.domojvm.benchmarks.harness.Bench;
import io.github.domojvm.benchmarks.harness.Goal;
import io.github.domojvm.benchmarks.harness.Measured;
import io.github.domojvm.benchmarks.harness.Program;
import io.github.domojvm.benchmarks.harness.Ratio;
import io.github.domojvm.benchmarks.harness.Results;
import io.github.domojvm.benchmarks.harness.Tools;
import io.github.domojvm.benchmarks.sink.Sink;
import io.github.domojvm.benchmarks.sink.SinkOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** G12: exports to a file, with all checks of this client and none of the official SDK. */
public final class ExportGoals implements Goal {
    @Override
    public void measure(Bench bench, Results results) throws InterruptedException {
        Path target = bench.folder().resolve("export.csv");
        List<Program> programs = new ArrayList<>(
                List.of(bench.programs().export(target), bench.programs().sdkExport(target)));
        Tools.find("curl").map(curl -> curl(curl, bench, target)).ifPresent(programs::add);
        List<List<Measured>> runs =
                bench.alternate(bench.pairs(), SinkOptions.DIRECT, programs.toArray(Program[]::new));
        List<Measured> own = runs.get(0);
        results.put("G12.cpu", Ratio.of(own, runs.get(1), Measured::cpuSeconds), overCurl(runs, true));
        results.put("G12.wall", Ratio.of(own, runs.get(1), Measured::seconds), overCurl(runs, false));
    }

    private static Program curl(String curl, Bench bench, Path target) {
        String url = bench.url() + "/v1/datasets/" + Sink.DATA_SET + "/data?includeHeader=true";
        return Program.of("curl", List.of(curl, "-s", "-o", target.toString(), url))
                .exportingTo(target);
    }

    private static String overCurl(List<List<Measured>> runs, boolean cpu) {
        if (runs.size() < 3) {
            return "curl is not installed";
        }
        Ratio ratio = Ratio.of(runs.get(0), runs.get(2), cpu ? Measured::cpuSeconds : Measured::seconds);
        return "%.2f times curl".formatted(ratio.median());
    }
}
