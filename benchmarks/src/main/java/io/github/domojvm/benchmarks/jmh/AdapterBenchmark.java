package io.github.domojvm.benchmarks.jmh;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Types;
import io.github.domojvm.benchmarks.sink.Sink;
import io.github.domojvm.rest.DomoJson;
import io.github.domojvm.rest.model.DataSet;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import okio.ByteString;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Parses the JSON of a list of 50 DataSets, without HTTP. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AdapterBenchmark {
    private final ByteString json = ByteString.encodeUtf8(Sink.listJson());
    private final JsonAdapter<List<DataSet>> adapter =
            DomoJson.moshi().adapter(Types.newParameterizedType(List.class, DataSet.class));

    /**
     * Parses the list.
     *
     * @return 50 DataSets
     * @throws IOException if the JSON cannot be parsed
     */
    @Benchmark
    public List<DataSet> parse() throws IOException {
        return adapter.fromJson(new Buffer().write(json));
    }
}
