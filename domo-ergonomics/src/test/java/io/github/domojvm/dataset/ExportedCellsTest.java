package io.github.domojvm.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accepts complete exports with any cells, and rejects HTML and JSON that resembles an export. */
class ExportedCellsTest extends DataSetFixture {
    private static final Schema ONE =
            SchemaBuilder.builder().stringColumn("text").build();
    private static final Schema TWO =
            SchemaBuilder.builder().stringColumn("text").longColumn("n").build();
    private static final ExportOptions HEADERLESS =
            ExportOptions.builder().withoutHeader().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "<p>",
                "[1",
                "[1]",
                "\"[1,2]\"",
                "\"{\"\"a\"\":1}\"",
                "\"<html lang=\"\"en\"\">\"",
                "<",
                "{",
                "[",
                "<b>x</b>"
            })
    void cellsThatLookLikeHtmlOrJsonAreData(String cell) {
        for (ExportForm form : ExportForm.values()) {
            assertThat(form.run(dataSets, imported(TWO, cell + ",1\n" + cell + ",\n")))
                    .isNotEmpty();
            assertThat(form.run(dataSets, imported(ONE, cell + "\n" + cell + "\n")))
                    .isNotEmpty();
        }
        assertThat(headerless(imported(TWO, cell + ",1\n"))).isEqualTo(cell + ",1\n");
        assertThat(headerless(imported(ONE, cell + "\n"))).isEqualTo(cell + "\n");
    }

    @Test
    void cellThatStartsLikeAnHtmlPageIsDataBelowAHeader() {
        String id = imported(TWO, "<html>,1\n");

        assertThat(ExportForm.STREAM.run(dataSets, id)).isEqualTo("text,n\n<html>,1\n");
        assertThatThrownBy(() -> headerless(id)).isInstanceOf(DomoDataException.class);
    }

    @ParameterizedTest
    @EnumSource
    void lineBreaksInsideQuotesDoNotEndARow(ExportForm form) {
        String id = imported(TWO, "\"a\nb, \"\"c\"\"\n\",1\n\"\",2\n");

        assertThat(form.run(dataSets, id)).contains("a\nb");
        assertThat(dataSets.export(id, new ByteArrayOutputStream()).rows()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void blankLinesAreRowsOfASingleColumn(ExportForm form) {
        String id = imported(ONE, "\\N\na\n\\N\n");

        assertThat(form.run(dataSets, id))
                .isEqualTo(form == ExportForm.ROWS ? "[null]\n[a]\n[null]\n" : "text\n\na\n\n");
        assertThat(headerless(id)).isEqualTo("\na\n\n");
        assertThat(dataSets.export(id, new ByteArrayOutputStream()))
                .isEqualTo(new ExportResult(9, 3, OptionalLong.of(3)));
    }

    @ParameterizedTest
    @EnumSource
    void ignoresTrailingBlankLinesAfterRowsOfSeveralColumns(ExportForm form) throws IOException {
        try (ExportServer server =
                new ExportServer(ExportServer.dataSet(1, "a", "b"), ExportServer.csv("a,b\r\n1,2\r\n\r\n\n"))) {
            assertThat(form.run(server.dataSets(), "d1")).contains("1");
            assertThat(server.dataSets()
                            .export("d1", new ByteArrayOutputStream())
                            .rows())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ignoresAByteOrderMarkBeforeTheHeader(ExportForm form) throws IOException {
        String csv = "\uFEFF\"a, b\",\"c \"\"d\"\"\"\n1,2\n";
        try (ExportServer server =
                new ExportServer(ExportServer.dataSet(1, "a, b", "c \\\"d\\\""), ExportServer.csv(csv))) {
            assertThat(form.run(server.dataSets(), "d1")).isEqualTo(form == ExportForm.ROWS ? "[1, 2]\n" : csv);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv; charset=UTF-8", "Text/CSV", "application/octet-stream", ""})
    void acceptsTheContentTypesOfCsv(String type) throws IOException {
        var csv = ExportServer.csv("a\n1\n").newBuilder().removeHeader("Content-Type");
        if (!type.isEmpty()) {
            csv.addHeader("Content-Type", type);
        }
        try (ExportServer server = new ExportServer(ExportServer.dataSet(1, "a"), csv.build())) {
            assertThat(ExportForm.STREAM.run(server.dataSets(), "d1")).isEqualTo("a\n1\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void dataSetWithoutRowsExportsOnlyTheHeader(ExportForm form) throws IOException {
        assertThat(form.run(dataSets, imported(TWO, ""))).isEqualTo(form == ExportForm.ROWS ? "" : "text,n\n");
        try (ExportServer server = new ExportServer(ExportServer.dataSet(0, "a"), ExportServer.csv("a"))) {
            assertThat(form.run(server.dataSets(), "d1")).isEqualTo(form == ExportForm.ROWS ? "" : "a");
        }
    }

    @Test
    void acceptsAnEmptyBodyWithoutAHeaderOnlyIfTheDataSetHasNoRows() throws IOException {
        assertThat(headerless(imported(TWO, ""))).isEmpty();
        for (String body : new String[] {"", "\n"}) {
            try (ExportServer server = new ExportServer(ExportServer.dataSet(7, "a", "b"), ExportServer.csv(body))) {
                assertThatThrownBy(() -> server.dataSets().export("d1", new ByteArrayOutputStream(), HEADERLESS))
                        .isInstanceOf(DomoIoException.class)
                        .hasMessageContaining("reports 7 rows");
                assertThat(server.exports()).isEqualTo(4);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Sorry, we are down</body></html>\n",
                " \n<!-- x --><!DOCTYPE html>\n<html></html>\n",
                "<?xml version='1.0'?><html></html>\n",
                "<error code=\"1\">\n",
                "{\"status\":500}\n",
                "[{\"status\":500}]\n",
                "{\n  \"status\": 500\n}\n",
                "[\n{\n\"status\":500,\n\"path\":1}]\n",
                "[\"a\"]\n"
            })
    void rejectsHtmlOrJsonInAnExportWithoutAHeader(String body) throws IOException {
        for (String[] columns : new String[][] {{"a"}, {"a", "b"}}) {
            try (ExportServer server = new ExportServer(ExportServer.dataSet(7, columns), ExportServer.csv(body))) {
                ByteArrayOutputStream target = new ByteArrayOutputStream();

                assertThatThrownBy(() -> server.dataSets().export("d1", target, HEADERLESS))
                        .isInstanceOf(DomoDataException.class);
                assertThat(target.size()).isZero();
                assertThat(server.exports()).isEqualTo(2);
            }
        }
    }

    @Test
    void rejectsADataSetWithoutColumns() throws IOException {
        try (ExportServer server = new ExportServer("{\"id\":\"d1\"}", ExportServer.csv(""))) {
            assertThatThrownBy(() -> server.dataSets().rows("d1"))
                    .isInstanceOf(DomoDataException.class)
                    .hasMessageContaining("no columns");
            assertThat(server.exports()).isZero();
        }
    }

    private static String imported(Schema schema, String csv) {
        String id = dataSets.create("Cells", schema).id();
        if (!csv.isEmpty()) {
            dataSets.importCsv(id, CsvSource.fromText(csv), UpdateMethod.REPLACE);
        }
        return id;
    }

    private static String headerless(String id) {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        dataSets.export(id, target, HEADERLESS);
        return target.toString(StandardCharsets.UTF_8);
    }
}
