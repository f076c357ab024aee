package io.github.domojvm.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.rows.RowFormat;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports of rows in one request. */
class ImportTest extends DataSetFixture {
    private static final Schema SCHEMA =
            SchemaBuilder.builder().stringColumn("name").longColumn("n").build();

    @TempDir
    Path folder;

    @Test
    void importReplacesAndAppends() {
        String id = dataSets.create("Import", SCHEMA).id();

        assertThat(dataSets.importCsv(id, CsvSource.fromText("a,1\nb,2"), UpdateMethod.REPLACE))
                .isEqualTo(2);
        assertThat(dataSets.importCsv(
                        id,
                        CsvSource.fromStream(new ByteArrayInputStream("name,n\nc,3\n".getBytes(StandardCharsets.UTF_8)))
                                .withHeader(),
                        UpdateMethod.APPEND))
                .isEqualTo(1);

        assertThat(sandbox.rows(id)).containsExactly(List.of("a", "1"), List.of("b", "2"), List.of("c", "3"));
    }

    @Test
    void rejectsAHeaderInAnotherOrderBeforeSending() {
        String id = dataSets.create("Order", SCHEMA).id();

        assertThatThrownBy(() -> dataSets.importCsv(
                        id, CsvSource.fromText("n,name\n1,a\n").withHeader(), UpdateMethod.REPLACE))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("[n, name]")
                .hasMessageContaining("Nothing was sent");
        assertThat(sandbox.rowCount(id)).isZero();
    }

    @Test
    void appendIsNotRetriedWhenItsResponseIsLost() {
        String id = dataSets.create("Append", SCHEMA).id();
        Fault lost = sandbox.faults()
                .add(Fault.on("PUT", "/v1/datasets/" + id + "/data").performThenDropConnection());

        assertThatThrownBy(() -> dataSets.importCsv(id, CsvSource.fromText("a,1\n"), UpdateMethod.APPEND))
                .isInstanceOf(DomoIoException.class);

        assertThat(sandbox.faults().fired(lost)).isEqualTo(1);
        assertThat(sandbox.rowCount(id)).isEqualTo(1);
    }

    @Test
    void replaceIsRetriedWhenItsResponseIsLost() {
        String id = dataSets.create("Replace", SCHEMA).id();
        Fault lost = sandbox.faults()
                .add(Fault.on("PUT", "/v1/datasets/" + id + "/data").performThenDropConnection());

        dataSets.importCsv(id, CsvSource.fromText("a,1\n"), UpdateMethod.REPLACE);

        assertThat(sandbox.faults().fired(lost)).isEqualTo(1);
        assertThat(sandbox.rowCount(id)).isEqualTo(1);
    }

    @Test
    void rejectsColumnsInAnotherOrderAndAcceptsColumnsInAnotherCase() {
        record Swapped(long n, String name) {}
        record UpperCase(String NAME, long N) {}
        String id = dataSets.create("Order", SCHEMA).id();

        assertThatThrownBy(() -> dataSets.importCsv(
                        id,
                        RowFormat.ofRecords(Swapped.class).toSource(List.of(new Swapped(1, "a"))),
                        UpdateMethod.REPLACE))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("another order")
                .hasMessageContaining("@ColumnName");
        assertThat(sandbox.rowCount(id)).isZero();

        dataSets.importCsv(
                id,
                RowFormat.ofRecords(UpperCase.class).toSource(List.of(new UpperCase("a", 1))),
                UpdateMethod.REPLACE);
        assertThat(sandbox.rowCount(id)).isEqualTo(1);
    }

    @Test
    void rejectsAFirstRowThatTheServiceWouldReadAsAHeader() {
        record Fruit(String name) {}
        String id = dataSets.create(
                        "Fruit", SchemaBuilder.builder().stringColumn("name").build())
                .id();

        assertThatThrownBy(() -> dataSets.importCsv(id, CsvSource.fromText("name\nfig\n"), UpdateMethod.REPLACE))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("withHeader()");
        assertThatThrownBy(() -> dataSets.importCsv(
                        id,
                        RowFormat.ofRecords(Fruit.class).toSource(List.of(new Fruit("name"), new Fruit("fig"))),
                        UpdateMethod.REPLACE))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("put another row first");
        for (String spelling : List.of("\"name\"\r\nfig\n", " name\t\nfig\n")) {
            assertThatThrownBy(() -> dataSets.importCsv(id, CsvSource.fromText(spelling), UpdateMethod.APPEND))
                    .isInstanceOf(CsvException.class)
                    .hasMessageContaining("withHeader()");
        }
        assertThat(sandbox.rowCount(id)).isZero();
    }

    @Test
    void rejectsRowsWithAnotherNumberOfColumns() {
        String id = dataSets.create("Width", SCHEMA).id();

        assertThatThrownBy(() -> dataSets.importCsv(id, CsvSource.fromText("a\nb\n"), UpdateMethod.REPLACE))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("have 1 column")
                .hasMessageContaining("the DataSet has 2")
                .hasMessageContaining("Nothing was sent");
        assertThat(sandbox.requests())
                .noneMatch(request -> request.path().endsWith(id + "/data")
                        && request.method().equals("PUT"));
    }

    @Test
    void caseMattersWhenItDistinguishesColumns() {
        String id = dataSets.create(
                        "Case",
                        SchemaBuilder.builder()
                                .allowNamesThatDifferByCase()
                                .stringColumn("city")
                                .stringColumn("City")
                                .build())
                .id();

        assertThatThrownBy(() -> dataSets.importCsv(
                        id, CsvSource.fromText("City,city\nBIG,small\n").withHeader(), UpdateMethod.REPLACE))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("another order");
        dataSets.importCsv(id, CsvSource.fromText("city,City\nsmall,BIG\n").withHeader(), UpdateMethod.REPLACE);
        assertThat(sandbox.rows(id)).containsExactly(List.of("small", "BIG"));
    }

    @Test
    void rejectsAHeaderWhenTheDataSetHasNoSchema() {
        String id = dataSets.create("NoSchema", SCHEMA).id();
        Fault withoutSchema = sandbox.faults()
                .add(Fault.on("GET", "/v1/datasets/" + id)
                        .respond(200, "{\"id\":\"" + id + "\",\"name\":\"NoSchema\"}"));

        assertThatThrownBy(() -> dataSets.importCsv(
                        id, CsvSource.fromText("name,n\na,1\n").withHeader(), UpdateMethod.REPLACE))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("did not return the columns");
        assertThat(sandbox.faults().fired(withoutSchema)).isEqualTo(1);
        assertThat(sandbox.rowCount(id)).isZero();
    }

    @Test
    void rejectsMoreThanOneRequestCanContainBeforeAnyRequest() {
        byte[] megabyte = ("\"" + "x".repeat((1 << 20) - 5) + "\",1\n").getBytes(StandardCharsets.UTF_8);
        CsvSource large = CsvSource.of(
                "large rows",
                () -> new SequenceInputStream(
                        Collections.enumeration(Stream.generate(() -> new ByteArrayInputStream(megabyte))
                                .limit(101)
                                .toList())));
        int before = sandbox.requests().size();

        assertThatThrownBy(() -> dataSets.importCsv("x", large, UpdateMethod.REPLACE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 100 MiB in large rows")
                .hasMessageContaining("nothing was sent");
        assertThat(sandbox.requests()).hasSize(before);
    }

    @Test
    void rejectsInvalidArgumentsAndCsvBeforeAnyRequest() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.csv"), "name,n\n");
        int before = sandbox.requests().size();

        assertThatThrownBy(() -> dataSets.importCsv("x", CsvSource.fromText("a,1\n\"b,2\n"), UpdateMethod.REPLACE))
                .isInstanceOfSatisfying(
                        CsvException.class, e -> assertThat(e.line()).isEqualTo(2))
                .hasMessageContaining("nothing was sent");
        assertThatThrownBy(
                        () -> dataSets.importCsv("x", CsvSource.fromFile(empty).withHeader(), UpdateMethod.REPLACE))
                .hasMessageContaining("There are no rows in");
        assertThatThrownBy(() ->
                        dataSets.importCsv("x", CsvSource.fromFile(folder.resolve("absent.csv")), UpdateMethod.REPLACE))
                .isInstanceOf(DomoIoException.class)
                .hasMessageContaining("absent.csv");
        assertThatThrownBy(() -> dataSets.importCsv("x", CsvSource.fromText("a\n"), UpdateMethod.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dataSets.get(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dataSets.update(" ", change -> change)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ListDataSetsOptions.builder().pageSize(51)).hasMessageContaining("1 to 50: 51");
        assertThat(sandbox.requests()).hasSize(before);
    }

    @Test
    void failureToCloseTheSourceFailsWithoutSending() {
        String id = dataSets.create("Unclosable", SCHEMA).id();
        ByteArrayInputStream unclosable = new ByteArrayInputStream("a,1\n".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() throws IOException {
                throw new IOException("cannot close");
            }
        };

        assertThatThrownBy(() -> dataSets.importCsv(id, CsvSource.fromStream(unclosable), UpdateMethod.APPEND))
                .isInstanceOf(DomoIoException.class)
                .hasMessageContaining("Nothing was sent");
        assertThat(sandbox.rowCount(id)).isZero();
    }
}
