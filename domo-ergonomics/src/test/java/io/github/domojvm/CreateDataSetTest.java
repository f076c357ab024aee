package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.domojvm.LoadResult.Route;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.ColumnType;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.rows.JdbcRows;
import io.github.domojvm.rows.RowFormat;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Creates DataSets from rows. */
class CreateDataSetTest {
    record Sale(LocalDate day, String product, long amount) {}

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    @AutoClose
    private final DomoClient domo = DomoClient.builder()
            .credentials(sandbox.clientId(), sandbox.clientSecret())
            .apiUrl(sandbox.url().toString())
            .build();

    @TempDir
    Path folder;

    @Test
    void infersTheColumnsOfAFileAndLoadsItsRows() throws IOException {
        Path file = Files.writeString(folder.resolve("sales.csv"), "id,product\n1,apple\n2,pear\n");

        CreatedDataSet created =
                domo.createDataSet("Sales", CsvSource.fromFile(file).withHeader());

        assertThat(created.schema().columns())
                .extracting(Column::name, Column::type)
                .containsExactly(tuple("id", ColumnType.LONG), tuple("product", ColumnType.STRING));
        assertThat(created.load())
                .hasValueSatisfying(load -> assertThat(load.rows()).isEqualTo(2));
        assertThat(sandbox.rows(created.dataSetId())).containsExactly(List.of("1", "apple"), List.of("2", "pear"));
        assertThat(domo.streams().get(created.streamId().getAsLong()).dataSet().id())
                .isEqualTo(created.dataSetId());
    }

    @Test
    void derivesTheColumnsFromTheRecordClass() {
        CsvSource sales =
                RowFormat.ofRecords(Sale.class).toSource(Stream.of(new Sale(LocalDate.of(2024, 2, 29), "0042", 3)));

        CreatedDataSet created = domo.createDataSet("Sales", sales);

        assertThat(created.schema().columns())
                .extracting(Column::type)
                .containsExactly(ColumnType.DATE, ColumnType.STRING, ColumnType.LONG);
        assertThat(sandbox.rows(created.dataSetId())).containsExactly(List.of("2024-02-29", "0042", "3"));
    }

    @Test
    void readsAJdbcResultOnceAndUsesItsColumns() throws Exception {
        try (Connection database = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = database.createStatement();
                ResultSet stock = statement.executeQuery("SELECT 7 AS id, CAST('0042' AS VARCHAR) AS code")) {
            CreatedDataSet created = domo.createDataSet("Stock", JdbcRows.toSource(stock));

            assertThat(created.schema().columns())
                    .extracting(Column::type)
                    .containsExactly(ColumnType.LONG, ColumnType.STRING);
            assertThat(sandbox.rows(created.dataSetId())).containsExactly(List.of("7", "0042"));
        }
    }

    @Test
    void keyColumnsCreateAStreamWithUpsert() {
        try (NewDataSet dataSet = NewDataSet.builder("Prices")
                .description("by product")
                .keyColumns("id")
                .read(CsvSource.fromText("id,price\n1,2.5\n").withHeader())) {
            CreatedDataSet created = domo.createDataSet(dataSet);

            assertThat(created.load()).hasValueSatisfying(load -> {
                assertThat(load.route()).isEqualTo(Route.STREAM);
                assertThat(load.upload().orElseThrow().updateMethod()).isEqualTo(UpdateMethod.UPSERT);
            });
            assertThat(domo.dataSets().get(created.dataSetId()).description()).isEqualTo("by product");
            assertThat(importMethods()).isEmpty();
        }
    }

    @Test
    void importsTheRowsOfADataSetWithoutAStream() {
        try (NewDataSet dataSet = NewDataSet.builder("Plain")
                .withoutStream()
                .updateMethod(UpdateMethod.APPEND)
                .read(CsvSource.fromText("id\n1\n").withHeader())) {
            CreatedDataSet created = domo.createDataSet(dataSet);

            assertThat(created.streamId()).isEmpty();
            assertThat(domo.streams().findByDataSet(created.dataSetId())).isEmpty();
            assertThat(importMethods()).containsExactly("updateMethod=APPEND");
        }
    }

    @Test
    void createsNothingWhenTheRowsAreInvalid() {
        assertRejected("id,product\n1,apple\n2\n", "Line 3");
        assertRejected("id,product\n1,\"apple\n", "quote");
        assertRejected("id,product\nid,product\n", "interpreted as a header line");
        assertRejected("id,product\n", "There are no rows");
        assertRejected("", "There are no rows");
        assertRejected("id,\n1,2\n", "a column has no name in the header line [id, ]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> domo.createDataSet("Sales", CsvSource.fromText("1,apple\n")))
                .withMessageContaining("withHeader");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewDataSet.builder("Sales")
                        .keyColumns("sku")
                        .read(CsvSource.fromText("id\n1\n").withHeader()))
                .withMessageContaining("The key column 'sku' is not in the given text, whose columns are [id]");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void spoolsASingleUseSourceUpToTheLimitAndDeletesTheCopy() {
        byte[] csv = "id\n1\n2\n".getBytes(StandardCharsets.UTF_8);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewDataSet.builder("Large")
                        .spoolBytes(csv.length - 1)
                        .read(CsvSource.fromStream(new ByteArrayInputStream(csv))
                                .withHeader()))
                .withMessageContaining("There are more than 6 bytes in the given stream");
        assertThat(sandbox.requests()).isEmpty();

        NewDataSet dataSet = NewDataSet.builder("Fits")
                .spoolBytes(csv.length)
                .read(CsvSource.fromStream(new ByteArrayInputStream(csv)).withHeader());
        CreatedDataSet created = domo.createDataSet(dataSet);
        dataSet.close();

        assertThat(sandbox.rowCount(created.dataSetId())).isEqualTo(2);
        assertThatThrownBy(() -> dataSet.source().open()).isInstanceOf(IOException.class);
    }

    @Test
    void createsAnEmptyDataSetWhenAllowed() {
        try (NewDataSet dataSet = NewDataSet.builder("Empty")
                .allowEmpty()
                .read(CsvSource.fromText("id\n").withHeader())) {
            CreatedDataSet created = domo.createDataSet(dataSet);

            assertThat(created.load()).isEmpty();
            assertThat(sandbox.rowCount(created.dataSetId())).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void failureAfterTheCreationReportsTheCreatedIds(boolean withStream) {
        sandbox.faults().add(Fault.on("PUT", "/v1/datasets/*/data").respond(400, "{}"));
        NewDataSet.Builder settings = NewDataSet.builder("Sales");
        if (!withStream) {
            settings.withoutStream();
        }
        try (NewDataSet dataSet = settings.read(CsvSource.fromText("id\n1\n").withHeader())) {
            CreatedDataSetException e =
                    catchThrowableOfType(CreatedDataSetException.class, () -> domo.createDataSet(dataSet));

            String id = domo.dataSets().list().iterator().next().id();
            assertThat(e)
                    .hasMessageContaining("The DataSet " + id)
                    .hasMessageContaining("its rows were not loaded")
                    .hasCauseInstanceOf(DomoApiException.class);
            assertThat(e.dataSetId()).isEqualTo(id);
            assertThat(e.streamId())
                    .isEqualTo(domo.streams().findByDataSet(id).stream()
                            .mapToLong(stream -> stream.id())
                            .findFirst());
            assertThat(e.streamId().isPresent()).isEqualTo(withStream);
            assertThat(e.requestNotSent()).isFalse();
        }
    }

    @Test
    void importsSendOnlyReplaceAndAppend() {
        String id = domo.createDataSet("Sales", CsvSource.fromText("id\n1\n").withHeader())
                .dataSetId();
        CsvSource row = CsvSource.fromText("2\n");

        for (UpdateMethod method : UpdateMethod.values()) {
            boolean accepted = method == UpdateMethod.REPLACE || method == UpdateMethod.APPEND;
            if (accepted) {
                domo.dataSets().importCsv(id, row, method);
                domo.load(id, row, method);
            } else {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> domo.dataSets().importCsv(id, row, method));
            }
        }

        assertThat(importMethods())
                .hasSize(5)
                .allMatch(query -> query.equals("updateMethod=REPLACE") || query.equals("updateMethod=APPEND"));
    }

    private void assertRejected(String csv, String reason) {
        assertThatThrownBy(() ->
                        domo.createDataSet("Sales", CsvSource.fromText(csv).withHeader()))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining(reason);
    }

    private List<String> importMethods() {
        return sandbox.requests().stream()
                .filter(request ->
                        request.path().endsWith("/data") && request.method().equals("PUT"))
                .map(request -> request.query())
                .toList();
    }
}
