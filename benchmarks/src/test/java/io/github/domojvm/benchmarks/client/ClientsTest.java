package io.github.domojvm.benchmarks.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.benchmarks.data.DataFile;
import io.github.domojvm.benchmarks.data.Generator;
import io.github.domojvm.benchmarks.data.SampleRows;
import io.github.domojvm.benchmarks.sink.Sink;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each measured program runs once with a small file, and fails if its result is wrong. */
class ClientsTest {
    private static final int ROWS = 500;

    @TempDir
    Path folder;

    private DataFile file;
    private Sink sink;

    @BeforeEach
    void start() throws Exception {
        file = Generator.write(folder.resolve("a.csv"), SampleRows.SEED, ROWS);
        sink = Sink.start(file);
    }

    @AfterEach
    void stop() throws Exception {
        sink.close();
    }

    @Test
    void exportsTheFile() throws Exception {
        Path target = folder.resolve("export.csv");

        ExportClient.main(new String[] {sink.url(), target.toString()});

        assertThat(Files.readString(target)).endsWith(Files.readString(file.path()));
    }

    @Test
    void listsDataSets() {
        ListClient.main(new String[] {sink.url(), "1", "2"});
        FirstListClient.main(new String[] {sink.url()});
    }

    @ParameterizedTest
    @CsvSource({"upload, records", "upload, maps", "upload, jdbc", "fastcsv, records", "fastcsv, maps", "fastcsv, jdbc"
    })
    void convertsRows(String program, String kind) throws Exception {
        RowsInClient.main(new String[] {sink.url(), program, kind, String.valueOf(ROWS), "1"});
    }

    @ParameterizedTest
    @CsvSource({"rows", "fastcsv"})
    void readsTypedRows(String program) throws Exception {
        RowsOutClient.main(new String[] {program, file.path().toString(), String.valueOf(ROWS), "2"});
    }
}
