package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.LoadResult.Route;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.CreateStreamRequest;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.rows.RowFormat;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LoaderTest {
    private static final Schema SCHEMA =
            SchemaBuilder.builder().longColumn("n").stringColumn("text").build();
    private static final int MANY = 60_000;

    private static DomoSandbox sandbox;
    private static DomoClient domo;

    @BeforeAll
    static void start() {
        sandbox = DomoSandbox.start();
        domo = client();
    }

    @AfterAll
    static void stop() {
        domo.close();
        sandbox.close();
    }

    @Test
    void importsFewRows() {
        String id = stream().dataSet().id();

        LoadResult result = domo.load(id, CsvSource.fromText("n,text\n1,a\n").withHeader(), UpdateMethod.REPLACE);

        assertThat(result.route()).isEqualTo(Route.IMPORT);
        assertThat(result.reason()).contains("one request");
        assertThat(result.rows()).isEqualTo(1);
        assertThat(result.upload()).isEmpty();
        domo.load(id, CsvSource.fromText("2,b\n"), UpdateMethod.APPEND);
        assertThat(sandbox.rowCount(id)).isEqualTo(2);
    }

    @Test
    void uploadsManyRowsOfUnknownSizeThroughTheStream() {
        DomoStream stream = stream();
        RowFormat<Integer> format = RowFormat.of(SCHEMA, n -> List.of(n, "x".repeat(150)));

        LoadResult result = domo.load(
                stream.dataSet().id(), format.toSource(IntStream.range(0, MANY).boxed()), UpdateMethod.REPLACE);

        assertThat(result.route()).isEqualTo(Route.STREAM);
        assertThat(result.rows()).isEqualTo(MANY);
        assertThat(result.upload()).isPresent();
        assertThat(sandbox.rowCount(stream.dataSet().id())).isEqualTo(MANY);
    }

    @Test
    void importsFewRowsOfAnInputStreamWithAHeader() {
        String id = domo.dataSets().create("Plain", SCHEMA).id();
        byte[] csv = "n,text\n1,a\n".getBytes(StandardCharsets.UTF_8);

        LoadResult result = domo.load(
                id, CsvSource.fromStream(new ByteArrayInputStream(csv)).withHeader(), UpdateMethod.APPEND);

        assertThat(result.route()).isEqualTo(Route.IMPORT);
        assertThat(sandbox.rows(id)).containsExactly(List.of("1", "a"));
    }

    @Test
    void rejectsColumnsInAnotherOrderOnBothRoutes() {
        record Swapped(String text, long n) {}
        String plain = domo.dataSets().create("Plain", SCHEMA).id();
        DomoStream stream = domo.streams().create("Streamed", SCHEMA, UpdateMethod.REPLACE);
        RowFormat<Swapped> format = RowFormat.ofRecords(Swapped.class);

        assertThatThrownBy(() -> domo.load(
                        plain, format.toSource(List.of(new Swapped("2", 1)).iterator()), UpdateMethod.REPLACE))
                .hasMessageContaining("another order");
        assertThatThrownBy(() -> domo.load(
                        stream.dataSet().id(),
                        format.toSource(Collections.nCopies(MANY, new Swapped("x".repeat(150), 1))),
                        UpdateMethod.REPLACE))
                .hasMessageContaining("another order");
        assertThat(sandbox.rowCount(plain)).isZero();
    }

    @Test
    void rejectsASingleUseSourceThatWasAlreadyOpened() {
        DomoStream stream = stream();
        String id = stream.dataSet().id();
        RowFormat<Integer> format = RowFormat.of(SCHEMA, n -> List.of(n, "x".repeat(150)));
        CsvSource rows = format.toSource(IntStream.range(0, MANY).iterator());
        long open = domo.executions().create(stream.id()).id();
        assertThatThrownBy(() -> domo.load(id, rows, UpdateMethod.REPLACE)).hasMessageContaining("open execution");
        domo.executions().abort(stream.id(), open);

        assertThatThrownBy(() -> domo.load(id, rows, UpdateMethod.REPLACE))
                .isInstanceOf(DomoIoException.class)
                .hasMessageContaining("it can be opened only once and was already opened");
        assertThat(sandbox.rowCount(id)).isZero();
    }

    @Test
    void closesTheRowsWhenALoadFails() {
        DomoStream stream = stream();
        String id = stream.dataSet().id();
        AtomicInteger closed = new AtomicInteger();
        RowFormat<Integer> format = RowFormat.of(SCHEMA, n -> List.of(n, "x".repeat(150)));
        RowFormat<Integer> broken = RowFormat.of(SCHEMA, n -> List.of(1.5, "x"));

        assertThatThrownBy(() -> domo.load(id, broken.toSource(counted(1, closed)), UpdateMethod.REPLACE))
                .hasMessageContaining("Row 1");
        assertThat(closed).hasValue(1);

        Fault refused =
                sandbox.faults().add(Fault.on("GET", "/v1/streams/search").respond(400, "{}"));
        assertThatThrownBy(() -> domo.load(id, format.toSource(counted(MANY, closed)), UpdateMethod.REPLACE))
                .hasMessageContaining("400");
        assertThat(sandbox.faults().fired(refused)).isEqualTo(1);
        assertThat(closed).hasValue(2);

        long open = domo.executions().create(stream.id()).id();
        assertThatThrownBy(() -> domo.load(id, format.toSource(counted(MANY, closed)), UpdateMethod.REPLACE))
                .hasMessageContaining("open execution");
        assertThat(closed).hasValue(3);
        domo.executions().abort(stream.id(), open);

        domo.load(id, format.toSource(counted(MANY, closed)), UpdateMethod.REPLACE);
        assertThat(closed).hasValue(4);
    }

    private static Stream<Integer> counted(int rows, AtomicInteger closed) {
        return IntStream.range(0, rows).boxed().onClose(closed::incrementAndGet);
    }

    @Test
    void importsManyRowsWithoutAStreamUpToTheLimit() {
        String id = domo.dataSets().create("Plain", SCHEMA).id();
        String csv = ("1," + "x".repeat(1000) + "\n").repeat(9_000);

        LoadResult result = domo.load(id, CsvSource.fromText(csv), UpdateMethod.REPLACE);

        assertThat(result.route()).isEqualTo(Route.IMPORT);
        assertThat(result.reason()).contains("no Stream");
    }

    @Test
    void importsManyGeneratedRowsWithoutAStreamUpToTheLimit() {
        String id = domo.dataSets().create("Plain", SCHEMA).id();
        RowFormat<Integer> format = RowFormat.of(SCHEMA, n -> List.of(n, "x".repeat(150)));

        LoadResult result =
                domo.load(id, format.toSource(IntStream.range(0, MANY).boxed()), UpdateMethod.REPLACE);

        assertThat(result.route()).isEqualTo(Route.IMPORT);
        assertThat(sandbox.rowCount(id)).isEqualTo(MANY);
    }

    @Test
    void rejectsTooManyRowsWithoutAStreamAndClosesTheSource() {
        String id = domo.dataSets().create("Plain", SCHEMA).id();
        byte[] large = ("1," + "x".repeat(1000) + "\n").repeat(50_000).getBytes(StandardCharsets.UTF_8);
        AtomicBoolean closed = new AtomicBoolean();
        InputStream source = new FilterInputStream(new ByteArrayInputStream(large)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        assertThatIllegalArgumentException()
                .isThrownBy(() -> domo.load(id, CsvSource.fromStream(source), UpdateMethod.REPLACE))
                .withMessageContaining("More than 50 MB can only be loaded through a Stream");
        assertThat(closed).isTrue();
    }

    @Test
    void rejectsAMissingOrUnknownUpdateMethodAndChangesNothing() {
        String id = domo.dataSets().create("Plain", SCHEMA).id();
        domo.load(id, CsvSource.fromText("1,a\n"), UpdateMethod.REPLACE);

        assertThatNullPointerException()
                .isThrownBy(() -> domo.load(id, CsvSource.fromText("2,b\n"), null))
                .withMessage("method is null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> domo.load(id, CsvSource.fromText("2,b\n"), UpdateMethod.UNKNOWN))
                .withMessageContaining("UNKNOWN cannot be sent");
        assertThat(sandbox.rows(id)).containsExactly(List.of("1", "a"));
    }

    @Test
    void ignoresAStreamOfAnotherDataSet() {
        String plain = domo.dataSets().create("Plain", SCHEMA).id();
        DomoStream other = stream();
        Fault wrong = sandbox.faults()
                .add(Fault.on("GET", "/v1/streams/search")
                        .respond(
                                200,
                                "[{\"id\":" + other.id() + ",\"dataSet\":{\"id\":\""
                                        + other.dataSet().id() + "\"}}]"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> domo.load(plain, CsvSource.fromText("1,a\n"), UpdateMethod.UPSERT))
                .withMessageContaining("none fills the DataSet " + plain);
        assertThat(sandbox.faults().fired(wrong)).isEqualTo(1);
        assertThat(sandbox.rowCount(other.dataSet().id())).isZero();
    }

    @Test
    void interruptAbortsTheUpload() throws InterruptedException {
        DomoStream stream = stream();
        CountDownLatch reading = new CountDownLatch(1);
        byte[] rows = "1,a\n".repeat(3_000_000).getBytes(StandardCharsets.UTF_8);
        InputStream slow = new SequenceInputStream(new ByteArrayInputStream(rows), new InputStream() {
            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                return read();
            }

            @Override
            public int read() throws IOException {
                reading.countDown();
                try {
                    new CountDownLatch(1).await();
                    return -1;
                } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                }
            }
        });
        AtomicReference<LoadResult> loaded = new AtomicReference<>();
        AtomicReference<DomoIoException> failure = new AtomicReference<>();
        // Closing the client waits for its uploads.
        try (DomoClient own = client()) {
            Thread loading = new Thread(() -> {
                try {
                    loaded.set(own.load(stream.dataSet().id(), CsvSource.fromStream(slow), UpdateMethod.REPLACE));
                } catch (DomoIoException e) {
                    failure.set(e);
                }
            });
            loading.start();
            reading.await();

            loading.interrupt();
            loading.join();
        }

        assertThat(loaded.get()).isNull();
        assertThat(failure.get())
                .hasMessageContaining("interrupted while loading")
                .hasMessageContaining("was not committed. It was stopped");
        assertThat(domo.executions().list(stream.id()))
                .allMatch(execution -> execution.currentState() == ExecutionState.ABORTED);
        assertThat(sandbox.rowCount(stream.dataSet().id())).isZero();
    }

    @Test
    void upsertRequiresAStreamAndUsesIt() {
        String plain = domo.dataSets().create("Plain", SCHEMA).id();
        DomoStream stream = domo.streams()
                .create(CreateStreamRequest.builder()
                        .dataSet(CreateDataSetRequest.builder()
                                .name("Keyed")
                                .schema(SCHEMA)
                                .build())
                        .updateMethod(UpdateMethod.UPSERT)
                        .keyColumnNames(List.of("n"))
                        .build());
        String keyed = stream.dataSet().id();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> domo.load(plain, CsvSource.fromText("1,a\n"), UpdateMethod.UPSERT))
                .withMessageContaining("UPSERT");
        domo.load(keyed, CsvSource.fromText("1,a\n2,b\n"), UpdateMethod.UPSERT);
        assertThat(domo.load(keyed, CsvSource.fromText("1,c\n"), UpdateMethod.UPSERT)
                        .route())
                .isEqualTo(Route.STREAM);
        assertThat(sandbox.rows(keyed)).containsExactlyInAnyOrder(List.of("1", "c"), List.of("2", "b"));
    }

    private static DomoClient client() {
        return DomoClient.builder()
                .credentials(sandbox.clientId(), sandbox.clientSecret())
                .apiUrl(sandbox.url().toString())
                .build();
    }

    private static DomoStream stream() {
        return domo.streams().create("Load", SCHEMA, UpdateMethod.REPLACE);
    }
}
