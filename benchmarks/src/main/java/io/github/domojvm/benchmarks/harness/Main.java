package io.github.domojvm.benchmarks.harness;

import io.github.domojvm.benchmarks.data.Generator;
import io.github.domojvm.benchmarks.goals.CallGoals;
import io.github.domojvm.benchmarks.goals.ExportGoals;
import io.github.domojvm.benchmarks.goals.FaultGoal;
import io.github.domojvm.benchmarks.goals.GrowthGoals;
import io.github.domojvm.benchmarks.goals.HeapGoals;
import io.github.domojvm.benchmarks.goals.LevelSixGoals;
import io.github.domojvm.benchmarks.goals.LineGoals;
import io.github.domojvm.benchmarks.goals.PlainGoals;
import io.github.domojvm.benchmarks.goals.RowGoals;
import io.github.domojvm.benchmarks.goals.SettingGoals;
import io.github.domojvm.benchmarks.goals.UploadGoals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures goals and writes them to the page. Arguments are the names of goals, such as {@code G1 G12}; without any,
 * all goals are measured. The environment variables {@code ROWS}, {@code PAIRS} and {@code HUGE} set the size of the
 * file, the number of runs of each program, and whether ten times the rows are measured as well.
 */
public final class Main {
    private static final int PAIRS = 3;
    private static final Path MEMORY = Path.of("/dev/shm");

    private Main() {}

    /**
     * Measures goals.
     *
     * @param args the names of goals
     * @throws Exception if a program cannot be run
     */
    public static void main(String[] args) throws Exception {
        Map<String, String> environment = System.getenv();
        long rows = Long.parseLong(value(environment, "ROWS", String.valueOf(Generator.ROWS)));
        int pairs = Integer.parseInt(value(environment, "PAIRS", String.valueOf(PAIRS)));
        boolean huge = Boolean.parseBoolean(value(environment, "HUGE", "false"));
        Path module = Path.of("benchmarks");
        Results results = Results.open(module.resolve("results.tsv"), Stamp.now(List.of(args), rows, pairs));
        Path parent = Files.isWritable(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
        Path folder = Files.createTempDirectory(parent, "benchmarks");
        try {
            Correctness correctness = new Correctness();
            try (Bench bench = Bench.start(DataFiles.generated(folder, rows), folder, pairs, module, correctness)) {
                measure(bench, results, goals(huge), List.of(args));
            }
            if (correctness.hasRuns()) {
                results.put("G17", Ratio.of(correctness.share()), correctness.summary());
            }
        } finally {
            DataFiles.delete(folder);
        }
        Page.write(Path.of("docs"), results);
    }

    static void measure(Bench bench, Results results, Map<List<String>, Goal> goals, List<String> names)
            throws Exception {
        for (Map.Entry<List<String>, Goal> group : goals.entrySet()) {
            if (names.isEmpty() || group.getKey().stream().anyMatch(names::contains)) {
                System.out.println(String.join(", ", group.getKey()));
                group.getValue().measure(bench, results);
            }
        }
    }

    /** Returns the goals that share runs, in the order of the table. */
    static Map<List<String>, Goal> goals(boolean huge) {
        Map<List<String>, Goal> goals = new LinkedHashMap<>();
        goals.put(List.of("G1", "G2", "G3", "G4", "G11"), new UploadGoals());
        goals.put(List.of("G3", "G5"), new LevelSixGoals());
        goals.put(List.of("G6"), new PlainGoals());
        goals.put(List.of("G7", "G8"), new LineGoals());
        goals.put(List.of("G9"), new SettingGoals());
        goals.put(List.of("growth"), new GrowthGoals());
        goals.put(List.of("G10"), new HeapGoals(huge));
        goals.put(List.of("G12"), new ExportGoals());
        goals.put(List.of("G13", "G14"), new CallGoals());
        goals.put(List.of("G15", "G16"), new RowGoals());
        goals.put(List.of("G17"), new FaultGoal());
        return goals;
    }

    private static String value(Map<String, String> environment, String name, String defaultValue) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? defaultValue : value;
    }
}
