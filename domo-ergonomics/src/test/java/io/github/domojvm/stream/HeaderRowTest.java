package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.CreateStreamRequest;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Quirk;
import io.github.domojvm.schema.SchemaBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that equal the column names, with a sandbox that removes a header from every part. */
class HeaderRowTest {
    private static final Schema TEXTS =
            SchemaBuilder.builder().stringColumn("name").stringColumn("note").build();
    private static final int PART_ROWS = 10;

    private UploadFixture domo;
    private DomoStream stream;

    @BeforeEach
    void start() {
        start(new UploadFixture());
    }

    private void start(UploadFixture fixture) {
        domo = fixture;
        stream = domo.streams.create(CreateStreamRequest.builder()
                .dataSet(CreateDataSetRequest.builder()
                        .name("Texts")
                        .schema(TEXTS)
                        .build())
                .updateMethod(UpdateMethod.UPSERT)
                .keyColumnNames(List.of("name"))
                .build());
    }

    @AfterEach
    void stop() {
        domo.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = UpdateMethod.class,
            names = {"REPLACE", "UPSERT", "APPEND"})
    void preservesARowThatWouldStartAPart(UpdateMethod method) {
        UploadResult result = upload(method, CsvSource.fromText(rows("name,note\n", 2 * PART_ROWS)), PART_ROWS);

        assertThat(result.progress().rowsAcknowledged()).isEqualTo(35);
        assertThat(result.progress().partsAcknowledged()).isEqualTo(4);
        assertThat(domo.sandbox.rows(stream.dataSet().id()))
                .containsExactlyInAnyOrderElementsOf(expected(List.of("name", "note"), 2 * PART_ROWS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"name\",\"note\"\n", "name,note\r\n", "\"name\",note\r\n", "name , note\n", "\" name\",note\n"
            })
    void preservesEveryFormThatTheServiceReadsAsAHeader(String row) {
        upload(UpdateMethod.REPLACE, CsvSource.fromText(rows(row, PART_ROWS)), PART_ROWS);

        assertThat(domo.sandbox.rowCount(stream.dataSet().id())).isEqualTo(35);
    }

    @Test
    void losesAndDuplicatesNoRowWhenOnlyTheFirstPartMayHaveAHeader() {
        domo.close();
        start(new UploadFixture(builder -> builder.quirk(Quirk.HEADER_IN_FIRST_PART_ONLY)));

        upload(UpdateMethod.REPLACE, CsvSource.fromText(rows("name,note\n", 2 * PART_ROWS)), PART_ROWS);

        assertThat(domo.sandbox.rows(stream.dataSet().id()))
                .containsExactlyElementsOf(expected(List.of("name", "note"), 2 * PART_ROWS));
    }

    @Test
    void rejectsARowThatEveryCutLeavesAtTheStartOfAPart() {
        UploadException e = catchThrowableOfType(
                UploadException.class,
                () -> upload(UpdateMethod.REPLACE, CsvSource.fromText(rows("name,note\n", 20)), 1));

        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        assertThat(e).hasMessageContaining("Line 21 (byte ").hasMessageContaining("cut larger parts");
        assertThat(e.getCause())
                .isInstanceOfSatisfying(
                        CsvException.class, cause -> assertThat(cause.line()).isEqualTo(21));
        assertThat(domo.executions.list(stream.id()))
                .allMatch(execution -> execution.currentState() == ExecutionState.ABORTED);
        assertThat(domo.sandbox.rowCount(stream.dataSet().id())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name,note\na,1\n", "\"name\",\"note\"\r\na,1\n", " name,note \na,1\n"})
    void rejectsAFirstRowBeforeOpeningAnExecution(String csv) {
        UploadException e = catchThrowableOfType(
                UploadException.class, () -> upload(UpdateMethod.REPLACE, CsvSource.fromText(csv), PART_ROWS));

        assertThat(e).hasMessageContaining("contains the names of the DataSet's columns");
        assertThat(e.result().executionId()).isEmpty();
    }

    @Test
    void ignoreHeaderNamesDoesNotChangeTheCheckOfRows() {
        CsvSource csv = CsvSource.fromText("Who,What\n" + rows("name,note\n", 2 * PART_ROWS))
                .withHeader();
        CsvSource first = CsvSource.fromText("Who,What\nname,note\na,1\n").withHeader();

        domo.upload(request(UpdateMethod.REPLACE, csv, PART_ROWS).ignoreHeaderNames());
        UploadException e = catchThrowableOfType(
                UploadException.class,
                () -> domo.upload(
                        request(UpdateMethod.REPLACE, first, PART_ROWS).ignoreHeaderNames()));

        assertThat(domo.sandbox.rowCount(stream.dataSet().id())).isEqualTo(35);
        assertThat(e).hasMessageContaining("put another row first");
        assertThat(e.getCause())
                .isInstanceOfSatisfying(
                        CsvException.class, cause -> assertThat(cause.line()).isEqualTo(2));
    }

    private UploadResult upload(UpdateMethod method, CsvSource csv, int partRows) {
        return domo.upload(request(method, csv, partRows));
    }

    private UploadRequest.Builder request(UpdateMethod method, CsvSource csv, int partRows) {
        return UploadRequest.builder(stream.id(), csv, method).partRows(partRows);
    }

    /** Returns 34 rows and the given row at the index. */
    private static String rows(String row, int index) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 34; i++) {
            rows.add("r" + i + "," + i + "\n");
        }
        rows.add(index, row);
        return String.join("", rows);
    }

    private static List<List<String>> expected(List<String> row, int index) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 34; i++) {
            rows.add(List.of("r" + i, String.valueOf(i)));
        }
        rows.add(index, row);
        return Collections.unmodifiableList(rows);
    }
}
