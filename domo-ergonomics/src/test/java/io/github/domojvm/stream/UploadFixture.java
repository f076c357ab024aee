package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.CreateStreamRequest;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.DomoSandboxBuilder;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.schema.SchemaBuilder;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A sandbox, the internals of a client with a fake clock, and a Stream of (name STRING, n LONG). */
final class UploadFixture implements AutoCloseable {
    static final Schema SCHEMA =
            SchemaBuilder.builder().stringColumn("name").longColumn("n").build();

    final DomoSandbox sandbox;
    final TestDomo domo;
    final Streams streams;
    final Executions executions;
    final DomoStream stream;
    final FakeTiming timing = new FakeTiming();
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    UploadFixture() {
        this(builder -> {});
    }

    UploadFixture(InvalidRows invalidRows) {
        this(invalidRows::configure);
    }

    UploadFixture(InvalidRows invalidRows, Consumer<DomoSandboxBuilder> settings) {
        this(settings.andThen(invalidRows::configure));
    }

    UploadFixture(InvalidRows invalidRows, Consumer<DomoSandboxBuilder> settings, Executor executor) {
        this(settings.andThen(invalidRows::configure), executor);
    }

    UploadFixture(Consumer<DomoSandboxBuilder> settings) {
        this(settings, null);
    }

    UploadFixture(Consumer<DomoSandboxBuilder> settings, Executor executor) {
        DomoSandboxBuilder builder = DomoSandbox.builder().clock(timing.clock());
        settings.accept(builder);
        sandbox = builder.start();
        domo = new TestDomo(sandbox, timing);
        Executor uploads = executor == null ? threads : executor;
        executions = domo.facade(Executions.class);
        streams = domo.facade(Streams.class, uploads);
        stream = streams.create("Upload", SCHEMA, UpdateMethod.REPLACE);
    }

    DomoStream upsertStream() {
        return streams.create(CreateStreamRequest.builder()
                .dataSet(CreateDataSetRequest.builder()
                        .name("Upsert")
                        .schema(SCHEMA)
                        .build())
                .updateMethod(UpdateMethod.UPSERT)
                .keyColumnNames(List.of("name"))
                .build());
    }

    UploadRequest.Builder request(UpdateMethod method, String csv) {
        return request(method, CsvSource.fromText(csv));
    }

    UploadRequest.Builder request(UpdateMethod method, CsvSource csv) {
        return UploadRequest.builder(stream.id(), csv, method).partRows(10);
    }

    UploadResult upload(UploadRequest.Builder request) {
        return streams.upload(request.build()).await();
    }

    UploadException failure(UploadRequest.Builder request) {
        return catchThrowableOfType(UploadException.class, () -> upload(request));
    }

    Fault fault(Fault fault) {
        return sandbox.faults().add(fault);
    }

    int fired(Fault fault) {
        return sandbox.faults().fired(fault);
    }

    /** Returns the rows {@code r<from>,<from>} to {@code r<to - 1>,<to - 1>}. */
    static String rows(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "r" + i + "," + i + "\n").collect(Collectors.joining());
    }

    List<ExecutionState> executionStates() {
        return executions.list(stream.id()).stream()
                .map(Execution::currentState)
                .toList();
    }

    long rowCount() {
        return sandbox.rowCount(stream.dataSet().id());
    }

    long requests(String method, String pathEnd) {
        return sandbox.requests().stream()
                .filter(request ->
                        request.method().equals(method) && request.path().endsWith(pathEnd))
                .count();
    }

    /** Changes the order of the columns of the DataSet, as another program could. */
    void swapColumns() {
        DataSet swapped = DataSet.builder()
                .schema(SchemaBuilder.builder()
                        .longColumn("n")
                        .stringColumn("name")
                        .build())
                .build();
        domo.calls().get(domo.rest().dataSets().updateDataSet(stream.dataSet().id(), swapped));
    }

    static String part(String number) {
        return "/v1/streams/*/executions/*/part/" + number;
    }

    @Override
    public void close() {
        domo.close();
        threads.shutdownNow();
        sandbox.close();
    }
}
