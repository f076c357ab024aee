package io.github.domojvm.benchmarks.jmh;

import io.github.domojvm.DomoClient;
import io.github.domojvm.benchmarks.data.DataFile;
import io.github.domojvm.benchmarks.sink.Sink;
import io.github.domojvm.rest.model.DataSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Calls a sink in the same process: the list of 50 DataSets, and one DataSet with its schema. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {
    private Sink sink;
    private DomoClient domo;

    /**
     * Starts the sink and creates the client.
     *
     * @throws IOException if no port can be opened
     */
    @Setup
    public void start() throws IOException {
        sink = Sink.start(new DataFile(Path.of("unused"), 1, 1, 1));
        domo = DomoClient.builder()
                .credentials("benchmark", "marker-benchmark")
                .apiUrl(sink.url())
                .build();
    }

    /**
     * Closes client and sink.
     *
     * @throws IOException if the port cannot be closed
     */
    @TearDown
    public void stop() throws IOException {
        domo.close();
        sink.close();
    }

    /**
     * Lists the DataSets.
     *
     * @return 50 DataSets
     */
    @Benchmark
    public List<DataSet> list() {
        return domo.dataSets().list().pages().iterator().next();
    }

    /**
     * Gets a DataSet.
     *
     * @return the DataSet
     */
    @Benchmark
    public DataSet get() {
        return domo.dataSets().get(Sink.DATA_SET);
    }
}
