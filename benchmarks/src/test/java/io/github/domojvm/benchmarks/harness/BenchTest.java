package io.github.domojvm.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.benchmarks.data.DataFile;
import io.github.domojvm.benchmarks.data.Generator;
import io.github.domojvm.benchmarks.data.SampleRows;
import io.github.domojvm.benchmarks.sink.SinkOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness runs programs as processes and checks what they deliver. */
class BenchTest {
    private static final Path MODULE = Path.of("");

    @TempDir
    Path folder;

    private final Correctness correctness = new Correctness();
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        DataFile file = Generator.write(folder.resolve("a.csv"), SampleRows.SEED, 500);
        bench = Bench.start(file, folder, 1, MODULE, correctness);
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    @Test
    void uploadsOfBothClientsDeliverTheFile() throws Exception {
        Programs programs = bench.programs();

        List<List<Measured>> runs = bench.alternate(
                1,
                SinkOptions.DIRECT,
                programs.upload("1", 2),
                programs.sdkUpload(1, "plain", 1),
                programs.sdkUpload(2, "gzip", 1));

        assertThat(correctness.summary()).isEqualTo("3 runs");
        assertThat(correctness.share()).isEqualTo(1);
        assertThat(runs.get(0)).singleElement().satisfies(run -> {
            assertThat(run.rounds()).hasSize(2);
            assertThat(run.wireBytes()).isLessThan(bench.file().bytes() / 2);
        });
        assertThat(runs.get(1).get(0).wireBytes()).isEqualTo(bench.file().bytes());
        assertThat(runs.get(2).get(0).wireBytes()).isLessThan(bench.file().bytes() / 2);
    }

    @Test
    void programsOfTheSdkExportAndList() throws Exception {
        Programs programs = bench.programs();

        bench.run(SinkOptions.DIRECT, programs.sdkExport(folder.resolve("export.csv")));
        Measured list = bench.run(SinkOptions.DIRECT, programs.sdkList(1, 1));
        bench.run(SinkOptions.DIRECT, programs.sdkFirstList());

        assertThat(correctness.summary()).isEqualTo("1 run");
        assertThat(list.values()).containsKey("bytesPerCall");
    }

    @Test
    void aFailedProgramIsNoResult() {
        assertThatExceptionOfType(ChildFailedException.class)
                .isThrownBy(
                        () -> bench.run(SinkOptions.DIRECT, Program.of("broken", List.of("/bin/sh", "-c", "exit 3"))))
                .withMessageContaining("exit code 3");
    }
}
