package io.github.domojvm.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.error.ServerException;
import io.github.domojvm.internal.FakeTiming;
import io.github.domojvm.internal.TestDomo;
import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.DataSetSort;
import io.github.domojvm.rest.model.ImportMethod;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rows.RowFormat;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetsTest {
    private static final Schema SCHEMA =
            SchemaBuilder.create().string("name").longs("n").build();

    private static DomoSandbox sandbox;
    private static TestDomo domo;
    private static DataSets dataSets;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        sandbox = DomoSandbox.start();
        domo = new TestDomo(sandbox, new FakeTiming());
        dataSets = new DataSets(domo.rest().dataSets(), domo.calls());
    }

    @AfterAll
    static void stop() {
        domo.close();
        sandbox.close();
    }

    @Test
    void createsGetsChangesAndDeletes() {
        DataSet created = dataSets.create(CreateDataSetRequest.builder()
                .name("Tides")
                .description("hourly")
                .schema(SCHEMA)
                .build());

        DataSet found = dataSets.get(created.id());
        assertThat(found.schema().columns()).extracting(Column::name).containsExactly("name", "n");
        DataSet changed = dataSets.update(created.id(), change -> change.name("Tides 2"));
        assertThat(changed.name()).isEqualTo("Tides 2");
        assertThat(changed.description()).isEqualTo("hourly");
        assertThat(dataSets.delete(created.id())).isTrue();
        assertThat(dataSets.delete(created.id())).isFalse();
        assertThat(dataSets.find(created.id())).isEmpty();
    }

    @Test
    void unknownIdIsNotFound() {
        String id = UUID.randomUUID().toString();

        assertThatThrownBy(() -> dataSets.get(id))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining(id)
                .hasMessageContaining("Check the id");
    }

    @Test
    void listsMoreThanAPageByNameAndOrder() {
        String marker = UUID.randomUUID().toString();
        for (int i = 10; i < 65; i++) {
            dataSets.create(marker + " " + i, SCHEMA);
        }

        List<String> names = dataSets
                .list(ListDataSetsOptions.builder()
                        .nameLike(marker)
                        .sort(DataSetSort.NAME)
                        .pageSize(20)
                        .build())
                .stream()
                .map(DataSet::name)
                .toList();

        assertThat(names).hasSize(55).isSorted();
        assertThat(dataSets.list().stream().map(DataSet::name)).contains(marker + " 10", marker + " 64");
    }

    @Test
    void importReplacesAndAppends() {
        String id = dataSets.create("Import", SCHEMA).id();

        assertThat(dataSets.importCsv(id, ImportMethod.REPLACE, CsvSource.text("a,1\nb,2")))
                .isEqualTo(2);
        assertThat(dataSets.importCsv(
                        id,
                        ImportMethod.APPEND,
                        CsvSource.stream(new ByteArrayInputStream("name,n\nc,3\n".getBytes(StandardCharsets.UTF_8)))
                                .withHeader()))
                .isEqualTo(1);

        assertThat(sandbox.rows(id)).containsExactly(List.of("a", "1"), List.of("b", "2"), List.of("c", "3"));
    }

    @Test
    void headerInAnotherOrderIsRefusedBeforeAnythingIsSent() {
        String id = dataSets.create("Order", SCHEMA).id();

        assertThatThrownBy(() -> dataSets.importCsv(
                        id,
                        ImportMethod.REPLACE,
                        CsvSource.text("n,name\n1,a\n").withHeader()))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("[n, name]")
                .hasMessageContaining("Nothing was sent");
        assertThat(sandbox.rowCount(id)).isZero();
    }

    @Test
    void appendIsNotSentAgainWhenItsAnswerIsLost() {
        String id = dataSets.create("Append", SCHEMA).id();
        Fault lost = sandbox.faults()
                .add(Fault.on("PUT", "/v1/datasets/" + id + "/data").performThenDropConnection());

        assertThatThrownBy(() -> dataSets.importCsv(id, ImportMethod.APPEND, CsvSource.text("a,1\n")))
                .isInstanceOf(DomoIoException.class);

        assertThat(sandbox.faults().fired(lost)).isEqualTo(1);
        assertThat(sandbox.rowCount(id)).isEqualTo(1);
    }

    @Test
    void replaceIsSentAgainWhenItsAnswerIsLost() {
        String id = dataSets.create("Replace", SCHEMA).id();
        Fault lost = sandbox.faults()
                .add(Fault.on("PUT", "/v1/datasets/" + id + "/data").performThenDropConnection());

        dataSets.importCsv(id, ImportMethod.REPLACE, CsvSource.text("a,1\n"));

        assertThat(sandbox.faults().fired(lost)).isEqualTo(1);
        assertThat(sandbox.rowCount(id)).isEqualTo(1);
    }

    @Test
    void rowsWhoseColumnsStandInAnotherOrderAreRefusedAndThoseInOtherCaseAreTaken() {
        record Swapped(long n, String name) {}
        record Shouted(String NAME, long N) {}
        String id = dataSets.create("Order", SCHEMA).id();

        assertThatThrownBy(() -> dataSets.importCsv(
                        id,
                        ImportMethod.REPLACE,
                        RowFormat.records(Swapped.class).source(List.of(new Swapped(1, "a")))))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("another order")
                .hasMessageContaining("@ColumnName");
        assertThat(sandbox.rowCount(id)).isZero();

        dataSets.importCsv(
                id, ImportMethod.REPLACE, RowFormat.records(Shouted.class).source(List.of(new Shouted("a", 1))));
        assertThat(sandbox.rowCount(id)).isEqualTo(1);
    }

    @Test
    void aFirstRowThatTheServiceWouldTakeForAHeaderLineIsRefused() {
        record Fruit(String name) {}
        String id = dataSets.create(
                        "Fruit", SchemaBuilder.create().string("name").build())
                .id();

        assertThatThrownBy(() -> dataSets.importCsv(id, ImportMethod.REPLACE, CsvSource.text("name\nfig\n")))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("withHeader()");
        assertThatThrownBy(() -> dataSets.importCsv(
                        id,
                        ImportMethod.REPLACE,
                        RowFormat.records(Fruit.class).source(List.of(new Fruit("name"), new Fruit("fig")))))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("let another row be the first");
        assertThat(sandbox.rowCount(id)).isZero();
    }

    @Test
    void caseCountsWhereItTellsColumnsApart() {
        String id = dataSets.create(
                        "Case",
                        SchemaBuilder.create()
                                .allowNamesThatDifferByCase()
                                .string("city")
                                .string("City")
                                .build())
                .id();

        assertThatThrownBy(() -> dataSets.importCsv(
                        id,
                        ImportMethod.REPLACE,
                        CsvSource.text("City,city\nBIG,small\n").withHeader()))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("another order");
        dataSets.importCsv(
                id,
                ImportMethod.REPLACE,
                CsvSource.text("city,City\nsmall,BIG\n").withHeader());
        assertThat(sandbox.rows(id)).containsExactly(List.of("small", "BIG"));
    }

    @Test
    void namesThatCannotBeComparedAreRefused() {
        String id = dataSets.create("Untold", SCHEMA).id();
        Fault untold = sandbox.faults()
                .add(Fault.on("GET", "/v1/datasets/" + id).answer(200, "{\"id\":\"" + id + "\",\"name\":\"Untold\"}"));

        assertThatThrownBy(() -> dataSets.importCsv(
                        id,
                        ImportMethod.REPLACE,
                        CsvSource.text("name,n\na,1\n").withHeader()))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("did not tell the columns");
        assertThat(sandbox.faults().fired(untold)).isEqualTo(1);
        assertThat(sandbox.rowCount(id)).isZero();
    }

    @Test
    void moreThanOneRequestCanHoldIsRefusedBeforeAnyCall() {
        byte[] megabyte = ("\"" + "x".repeat((1 << 20) - 5) + "\",1\n").getBytes(StandardCharsets.UTF_8);
        CsvSource large = CsvSource.of(
                "large rows",
                () -> new SequenceInputStream(
                        Collections.enumeration(Stream.generate(() -> new ByteArrayInputStream(megabyte))
                                .limit(101)
                                .toList())));
        int before = sandbox.requests().size();

        assertThatThrownBy(() -> dataSets.importCsv("x", ImportMethod.REPLACE, large))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 100 MiB in large rows")
                .hasMessageContaining("nothing was sent");
        assertThat(sandbox.requests()).hasSize(before);
    }

    @Test
    void badCsvIsRefusedBeforeAnyCall() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.csv"), "name,n\n");
        int before = sandbox.requests().size();

        assertThatThrownBy(() -> dataSets.importCsv("x", ImportMethod.REPLACE, CsvSource.text("a,1\n\"b,2\n")))
                .isInstanceOfSatisfying(
                        CsvException.class, e -> assertThat(e.line()).isEqualTo(2))
                .hasMessageContaining("nothing was sent");
        assertThatThrownBy(() -> dataSets.importCsv(
                        "x", ImportMethod.REPLACE, CsvSource.file(empty).withHeader()))
                .hasMessageContaining("There are no rows in");
        assertThatThrownBy(() ->
                        dataSets.importCsv("x", ImportMethod.REPLACE, CsvSource.file(folder.resolve("absent.csv"))))
                .isInstanceOf(DomoIoException.class)
                .hasMessageContaining("absent.csv");
        assertThatThrownBy(() -> dataSets.importCsv("x", ImportMethod.UNKNOWN, CsvSource.text("a\n")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dataSets.get(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dataSets.update(" ", change -> change)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ListDataSetsOptions.builder().pageSize(51)).hasMessageContaining("1 to 50: 51");
        assertThat(sandbox.requests()).hasSize(before);
    }

    @Test
    void exportsWithAndWithoutHeaderAndCountsRows() throws IOException {
        String id = dataSets.create("Export", SCHEMA).id();
        dataSets.importCsv(id, ImportMethod.REPLACE, CsvSource.text("\"a\nb\",1\n\"\",\n"));
        Path target = Files.writeString(folder.resolve("out.csv"), "old");

        ExportResult with = dataSets.export(id, target);
        assertThat(target).hasContent("name,n\n\"a\nb\",1\n\"\",\n");
        assertThat(with).isEqualTo(new ExportResult(target.toAbsolutePath(), Files.size(target), 2));
        ExportResult without = dataSets.export(id, target, false);
        assertThat(target).hasContent("\"a\nb\",1\n\"\",\n");
        assertThat(without.rows()).isEqualTo(2);
        assertThat(folder).isDirectoryNotContaining("glob:**partial");
    }

    @Test
    void exportsIntoAStreamThatStaysOpen() {
        String id = dataSets.create("Export", SCHEMA).id();
        dataSets.importCsv(id, ImportMethod.REPLACE, CsvSource.text("\"a\nb\",1\n\"\",\n"));
        AtomicBoolean closed = new AtomicBoolean();
        ByteArrayOutputStream target = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        assertThat(dataSets.export(id, target)).isEqualTo(2);

        assertThat(target).hasToString("name,n\n\"a\nb\",1\n\"\",\n");
        assertThat(closed).isFalse();
    }

    @Test
    void exportIntoAStreamThatBreaksOnTheWayIsTold() throws IOException {
        try (MockWebServer server = new MockWebServer();
                TestDomo mocked = mocked(server)) {
            server.enqueue(token());
            server.enqueue(csv("a,1\n".repeat(50_000))
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build());
            DataSets broken = new DataSets(mocked.rest().dataSets(), mocked.calls());

            assertThatThrownBy(() -> broken.export("d1", OutputStream.nullOutputStream()))
                    .isInstanceOf(DomoIoException.class)
                    .hasMessageContaining("broke off after")
                    .hasMessageContaining("drop it and export again");
        }
    }

    @Test
    void exportIntoAStreamThatIsFullIsTold() {
        String id = dataSets.create("Export", SCHEMA).id();
        dataSets.importCsv(id, ImportMethod.REPLACE, CsvSource.text("a,1\n"));
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };

        assertThatThrownBy(() -> dataSets.export(id, full))
                .isInstanceOf(DomoIoException.class)
                .hasMessageContaining("could not be passed on: no space left");
    }

    @Test
    void aSchemaIsNotChangedInPassing() {
        String id = dataSets.create("Schema", SCHEMA).id();
        Schema other = SchemaBuilder.create().string("other").build();

        assertThatThrownBy(() -> dataSets.update(id, change -> change.schema(other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("changeSchema");
        assertThat(dataSets.get(id).schema()).isEqualTo(SCHEMA);
    }

    @Test
    void failedExportLeavesTheFormerFileAndNoOther() throws IOException {
        Path target = Files.writeString(folder.resolve("out.csv"), "old");

        assertThatThrownBy(() -> dataSets.export(UUID.randomUUID().toString(), target))
                .isInstanceOf(NotFoundException.class);
        assertThat(target).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**partial");
    }

    @Test
    void exportThatBreaksOnTheWayIsStartedAnew() throws IOException {
        try (MockWebServer server = new MockWebServer();
                TestDomo mocked = mocked(server)) {
            server.enqueue(token());
            server.enqueue(csv("a,1\n".repeat(50_000))
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build());
            server.enqueue(csv("a,1\nb,2\n").build());
            Path target = folder.resolve("out.csv");

            ExportResult result = new DataSets(mocked.rest().dataSets(), mocked.calls()).export("d1", target, false);

            assertThat(result.rows()).isEqualTo(2);
            assertThat(target).hasContent("a,1\nb,2\n");
        }
    }

    @Test
    void exportThatBreaksForEverLeavesNoHalfFile() throws IOException {
        try (MockWebServer server = new MockWebServer();
                TestDomo mocked = mocked(server)) {
            server.enqueue(token());
            for (int i = 0; i < 4; i++) {
                server.enqueue(csv("a,1\n".repeat(50_000))
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build());
            }
            Path target = folder.resolve("out.csv");
            DataSets broken = new DataSets(mocked.rest().dataSets(), mocked.calls());

            assertThatThrownBy(() -> broken.export("d1", target))
                    .isInstanceOf(DomoIoException.class)
                    .hasMessageContaining("4 attempts");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void exportToWhereNothingCanBeWrittenIsRefusedBeforeTheCall() {
        int before = sandbox.requests().size();

        assertThatThrownBy(() -> dataSets.export("x", folder.resolve("absent/out.csv")))
                .isInstanceOf(DomoIoException.class)
                .hasMessageContaining("Nothing was exported");
        assertThatThrownBy(() -> dataSets.export("x", folder)).isInstanceOf(IllegalArgumentException.class);
        assertThat(sandbox.requests()).hasSize(before);
    }

    @Test
    void sourceThatCannotBeClosedIsNoReasonToSendAgain() {
        String id = dataSets.create("Stubborn", SCHEMA).id();
        ByteArrayInputStream stubborn = new ByteArrayInputStream("a,1\n".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() throws IOException {
                throw new IOException("cannot close");
            }
        };

        assertThatThrownBy(() -> dataSets.importCsv(id, ImportMethod.APPEND, CsvSource.stream(stubborn)))
                .isInstanceOf(DomoIoException.class)
                .hasMessageContaining("Nothing was sent");
        assertThat(sandbox.rowCount(id)).isZero();
    }

    @Test
    void replacedFileKeepsItsRightsAndALinkStaysALink() throws IOException {
        String id = dataSets.create("Links", SCHEMA).id();
        dataSets.importCsv(id, ImportMethod.REPLACE, CsvSource.text("a,1\n"));
        Path real = Files.writeString(folder.resolve("real.csv"), "old");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-------"));
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);

        dataSets.export(id, link, false);

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("a,1\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-------");
    }

    @Test
    void createIsNotSentAgainSinceThatCouldMakeTwo() {
        Fault broken = sandbox.faults().add(Fault.on("POST", "/v1/datasets").answer(500, ""));

        assertThatThrownBy(() -> dataSets.create("Once", SCHEMA)).isInstanceOf(ServerException.class);
        assertThat(sandbox.faults().fired(broken)).isEqualTo(1);
    }

    @Test
    void messagesOfAllFailuresAreOfOneFamily() {
        assertThatThrownBy(() -> dataSets.get("x")).isInstanceOf(DomoException.class);
    }

    private static TestDomo mocked(MockWebServer server) throws IOException {
        server.start();
        return new TestDomo(server.url("/").uri(), "id", "secret", new FakeTiming());
    }

    private static MockResponse token() {
        return new MockResponse.Builder()
                .body("{\"access_token\":\"t\",\"expires_in\":3600}")
                .build();
    }

    private static MockResponse.Builder csv(String rows) {
        return new MockResponse.Builder().addHeader("Content-Type", "text/csv").body(rows);
    }
}
