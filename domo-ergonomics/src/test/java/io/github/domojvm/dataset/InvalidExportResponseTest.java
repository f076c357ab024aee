package io.github.domojvm.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Responses with a success status that are not an export. */
class InvalidExportResponseTest {
    private static final String DATA = "/v1/datasets/*/data";
    private static final String PAGE = "<html><body>Sorry, we are down</body></html>\n";

    private static DomoSandbox sandbox;
    private static TestDomo domo;
    private static DataSets dataSets;
    private static String id;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        sandbox = DomoSandbox.start();
        domo = new TestDomo(sandbox, new FakeTiming());
        dataSets = domo.facade(DataSets.class);
        id = dataSets.create(
                        "Export",
                        SchemaBuilder.builder()
                                .stringColumn("name")
                                .longColumn("n")
                                .build())
                .id();
        dataSets.importCsv(id, CsvSource.fromText("a,1\n"), UpdateMethod.REPLACE);
    }

    @AfterEach
    void clear() {
        sandbox.faults().clear();
    }

    @AfterAll
    static void stop() {
        domo.close();
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource
    void rejectsStatus204(ExportForm form) {
        assertRejected(form, 204, "");
    }

    @ParameterizedTest
    @EnumSource
    void rejectsStatus202(ExportForm form) {
        assertRejected(form, 202, "name,n\na,1\n", "Content-Type", "text/csv");
    }

    @ParameterizedTest
    @EnumSource
    void rejectsStatus206(ExportForm form) {
        assertRejected(form, 206, "name,n\na,1\n", "Content-Type", "text/csv");
    }

    @ParameterizedTest
    @EnumSource
    void rejectsJson(ExportForm form) {
        assertRejected(form, 200, "{\"portal\":\"login\"}");
        assertRejected(form, 200, "{\"portal\":\"login\"}", "Content-Type", "text/csv");
        assertRejected(form, 200, "[{\"portal\":\"login\"}]\n", "Content-Type", "text/csv");
    }

    @ParameterizedTest
    @EnumSource
    void rejectsCsvWithAnotherContentType(ExportForm form) {
        assertRejected(form, 200, "name,n\na,1\n", "Content-Type", "application/json");
        assertRejected(form, 200, "name,n\na,1\n", "Content-Type", "text/plain");
    }

    @ParameterizedTest
    @EnumSource
    void rejectsAnHtmlPageWithAnyContentType(ExportForm form) {
        for (String type : new String[] {"text/html", "TEXT/HTML; charset=utf-8", "text/plain", "text/csv"}) {
            assertRejected(form, 200, PAGE, "Content-Type", type);
            assertRejected(form, 200, "\uFEFF \r\n<!DOCTYPE HTML>\n" + PAGE, "Content-Type", type);
            assertRejected(form, 200, "<!-- a, b\n\"c -->\n<HTML></HTML>\n", "Content-Type", type);
        }
    }

    @ParameterizedTest
    @EnumSource
    void retriesAfterASingleHtmlPage(ExportForm form) {
        Fault once = Fault.on("GET", DATA).respond(200, PAGE, "Content-Type", "text/csv");
        sandbox.faults().add(once);

        assertThat(form.run(dataSets, id)).contains("a");
        assertThat(sandbox.faults().fired(once)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void rejectsAMissingHeaderWithoutShowingTheRow(ExportForm form) {
        respond(200, "topsecret,1\nb,2\n", "Content-Type", "text/csv");

        assertThatThrownBy(() -> form.run(dataSets, id))
                .isInstanceOf(DomoDataException.class)
                .hasMessageContaining("[name, n]")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("topsecret"));
    }

    @ParameterizedTest
    @EnumSource
    void rejectsAHeaderThatDiffersFromTheSchema(ExportForm form) {
        assertRejected(form, 200, "name,m\na,1\n", "Content-Type", "text/csv");
        assertRejected(form, 200, "n,name\na,1\n", "Content-Type", "text/csv");
        assertRejected(form, 200, "name\na\n", "Content-Type", "text/csv");
        assertRejected(form, 200, "name,n,m\na,1,2\n", "Content-Type", "text/csv");
        assertRejected(form, 200, "Name,N\na,1\n", "Content-Type", "text/csv");
    }

    @Test
    void existingFileIsUnchangedAfterAnInvalidResponse() throws IOException {
        Path target = Files.writeString(folder.resolve("out.csv"), "old");
        for (String body :
                new String[] {PAGE, "{\"a\":1}", "a,1\n", "name,m\n", "name,n\n\"a", "name,n\na\n", "name,n\na,1"}) {
            respond(200, body, "Content-Type", "text/csv");

            assertThatThrownBy(() -> dataSets.export(id, target)).isInstanceOf(Exception.class);

            assertThat(target).hasContent("old");
            assertThat(folder).isDirectoryNotContaining("glob:**partial");
        }
    }

    private static void assertRejected(ExportForm form, int status, String body, String... headers) {
        respond(status, body, headers);

        ByteArrayOutputStream written = new ByteArrayOutputStream();
        assertThatThrownBy(() -> form.run(dataSets, id, written))
                .as("%d %s %s", status, body, String.join(" ", headers))
                .isInstanceOf(DomoDataException.class);
        assertThat(written.size()).isZero();
    }

    private static void respond(int status, String body, String... headers) {
        sandbox.faults().clear();
        sandbox.faults().add(Fault.on("GET", DATA).always().respond(status, body, headers));
    }
}
