package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.dataset.ExportOptions;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.MissingMemberException;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.rest.model.User;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.schema.SchemaBuilder;
import io.github.domojvm.stream.UploadException;
import io.github.domojvm.stream.UploadOutcome;
import io.github.domojvm.stream.UploadResult;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Responses without members that every documented response has. */
class MissingMembersTest {
    private static final Schema SCHEMA =
            SchemaBuilder.builder().stringColumn("name").longColumn("n").build();
    private static final String COLUMNS =
            "\"schema\":{\"columns\":[{\"name\":\"name\",\"type\":\"STRING\"},{\"name\":\"n\",\"type\":\"LONG\"}]}";

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    @AutoClose
    private final DomoClient domo = DomoClient.builder()
            .apiUrl(sandbox.url().toString())
            .credentials(sandbox.clientId(), sandbox.clientSecret())
            .timing(new FakeTiming())
            .build();

    @Test
    void accessorOfAMissingMemberThrowsWithSchemaAndMember() {
        respond("GET", "/v1/users", "[{\"id\":7}]");
        User user = domo.users().list().iterator().next();

        assertThat(user.id()).isEqualTo(7);
        MissingMemberException e = catchThrowableOfType(MissingMemberException.class, user::name);
        assertThat(e.schema()).isEqualTo("User");
        assertThat(e.member()).isEqualTo("name");
        assertThat(user.toBuilder().name("Ada").build().name()).isEqualTo("Ada");
    }

    @Test
    void findByEmailSkipsUsersWithoutAnEmail() {
        respond("GET", "/v1/users", "[{\"id\":7},{\"id\":8,\"email\":\"ada@example.com\"}]");

        assertThat(domo.users().findByEmail("ADA@example.com"))
                .hasValueSatisfying(user -> assertThat(user.id()).isEqualTo(8));
    }

    @Test
    void childrenSkipsPagesWithoutAnId() {
        respond("GET", "/v1/pages", "[{\"children\":[{\"id\":2,\"children\":[{\"id\":3,\"name\":\"x\"}]}]}]");

        assertThat(domo.pages().children(2)).hasSize(1);
    }

    @Test
    void findByDataSetSkipsStreamsWithoutADataSetId() {
        respond("GET", "/v1/streams/search", "[{\"id\":4,\"dataSet\":{\"pdpEnabled\":false}},{\"id\":5}]");

        assertThat(domo.streams().findByDataSet("d1")).isEmpty();
    }

    @Test
    void deleteWithDataSetDeletesOnlyTheStreamWhenTheDataSetHasNoId() {
        DomoStream stream = domo.streams().create("Retained", SCHEMA, UpdateMethod.REPLACE);
        String dataSet = stream.dataSet().id();
        respond("GET", "/v1/streams/" + stream.id(), "{\"id\":" + stream.id() + ",\"dataSet\":{}}");

        assertThat(domo.streams().deleteWithDataSet(stream.id())).isTrue();

        assertThat(domo.dataSets().find(dataSet)).isPresent();
    }

    @Test
    void rejectsAnUploadWhenTheStreamHasNoDataSetId() {
        DomoStream stream = domo.streams().create("Gone", SCHEMA, UpdateMethod.REPLACE);
        respond("GET", "/v1/streams/" + stream.id(), "{\"id\":" + stream.id() + ",\"dataSet\":{}}");

        UploadException e = catchThrowableOfType(UploadException.class, () -> upload(stream, UpdateMethod.REPLACE));

        assertThat(e.reason()).isEqualTo(FailureReason.NO_DATASET);
    }

    @Test
    void appendIsUnverifiedWhenTheDataSetReportsNoRowCount() {
        DomoStream stream = domo.streams().create("Uncounted", SCHEMA, UpdateMethod.APPEND);
        String id = stream.dataSet().id();
        respond("GET", "/v1/datasets/" + id, "{\"id\":\"" + id + "\",\"name\":\"Uncounted\"," + COLUMNS + "}");

        UploadResult result = upload(stream, UpdateMethod.APPEND);

        assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_UNVERIFIED);
        assertThat(result.expectedRows()).isEmpty();
        assertThat(sandbox.rowCount(id)).isEqualTo(1);
    }

    @Test
    void uploadIgnoresExecutionsWithoutAnId() {
        DomoStream stream = domo.streams().create("Open", SCHEMA, UpdateMethod.REPLACE);
        respond("GET", "/v1/streams/*/executions", "[{\"currentState\":\"SUCCESS\"}]");

        assertThat(upload(stream, UpdateMethod.REPLACE).outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
    }

    @Test
    void uploadPartSkipsTheColumnCheckWhenTheStreamHasNoDataSetId() {
        DomoStream stream = domo.streams().create("Parts", SCHEMA, UpdateMethod.REPLACE);
        long execution = domo.executions().create(stream.id()).id();
        respond("GET", "/v1/streams/" + stream.id(), "{\"id\":" + stream.id() + ",\"dataSet\":{}}");

        assertThat(domo.executions().uploadPart(stream.id(), execution, 1, CsvSource.fromText("a,1\n")))
                .isEqualTo(1);
    }

    @Test
    void exportThatRequiresAllRowsFailsWhenTheDataSetReportsNoRowCount() {
        DataSet dataSet = domo.dataSets().create("Uncounted", SCHEMA);
        domo.dataSets().importCsv(dataSet.id(), CsvSource.fromText("a,1\n"), UpdateMethod.REPLACE);
        respond("GET", "/v1/datasets/" + dataSet.id(), "{\"id\":\"" + dataSet.id() + "\"," + COLUMNS + "}");

        assertThat(domo.dataSets()
                        .export(dataSet.id(), OutputStream.nullOutputStream())
                        .dataSetRows())
                .isEmpty();
        DomoDataException e = catchThrowableOfType(
                DomoDataException.class,
                () -> domo.dataSets()
                        .export(
                                dataSet.id(),
                                OutputStream.nullOutputStream(),
                                ExportOptions.builder().requireAllRows().build()));
        assertThat(e.reason()).isEqualTo(FailureReason.ROWS_MISSING);
    }

    @Test
    void planDeletesAPolicyWithoutANameAndRejectsTwo() {
        String id = domo.dataSets().create("Restricted", SCHEMA).id();
        respond("GET", "/v1/datasets/" + id + "/policies", "[{\"id\":9,\"type\":\"user\"}]");

        assertThat(domo.policies().plan(id, List.of()).toString()).isEqualTo("- null");
        respond("GET", "/v1/datasets/" + id + "/policies", "[{\"type\":\"user\"},{\"type\":\"user\"}]");
        assertThatThrownBy(() -> domo.policies().plan(id, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Two policies are named ''");
    }

    private UploadResult upload(DomoStream stream, UpdateMethod method) {
        return domo.streams()
                .upload(stream.id(), CsvSource.fromText("a,1\n"), method)
                .await();
    }

    private void respond(String method, String path, String json) {
        sandbox.faults().clear();
        sandbox.faults().add(Fault.on(method, path).always().respond(200, json));
    }
}
