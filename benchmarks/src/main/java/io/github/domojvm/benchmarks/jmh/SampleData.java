package io.github.domojvm.benchmarks.jmh;

import io.github.domojvm.benchmarks.data.DataFile;
import io.github.domojvm.benchmarks.data.Generator;
import io.github.domojvm.benchmarks.data.SampleRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A generated file and its bytes. */
@State(Scope.Benchmark)
public class SampleData {
    /** The number of rows. */
    @Param("100000")
    public long rows;

    private DataFile file;
    private byte[] bytes;

    /**
     * Generates the file.
     *
     * @throws IOException if it cannot be written
     */
    @Setup
    public void create() throws IOException {
        file = Generator.write(Files.createTempFile("benchmark", ".csv"), SampleRows.SEED, rows);
        bytes = Files.readAllBytes(file.path());
    }

    /**
     * Deletes the file.
     *
     * @throws IOException if it cannot be deleted
     */
    @TearDown
    public void delete() throws IOException {
        Path path = file.path();
        Files.delete(path);
        Files.delete(path.resolveSibling(path.getFileName() + ".facts"));
    }

    DataFile file() {
        return file;
    }

    byte[] bytes() {
        return bytes;
    }
}
