package io.github.domojvm.contract.samples;

import io.github.domojvm.DomoClient;
import io.github.domojvm.RestAccess;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.CreateExecutionRequest;
import io.github.domojvm.rest.model.CreateStreamRequest;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.rest.model.UpdateStreamRequest;
import io.github.domojvm.schema.SchemaBuilder;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/**
 * The samples of the Stream and execution operations in the API reference. Each method is named after its operation.
 */
@SuppressWarnings("unused")
final class StreamSamples {
    void createStream(DomoClient domo) {
        Schema schema = SchemaBuilder.builder()
                .longColumn("meter")
                .dateColumn("day")
                .doubleColumn("kwh")
                .build();
        CreateStreamRequest request = CreateStreamRequest.builder()
                .dataSet(CreateDataSetRequest.builder()
                        .name("Meter readings")
                        .schema(schema)
                        .build())
                .updateMethod(UpdateMethod.UPSERT)
                .keyColumnNames(List.of("meter", "day"))
                .build();
        DomoStream stream = domo.streams().create(request);
    }

    void createStream(RestAccess rest) {
        Schema schema = SchemaBuilder.builder()
                .longColumn("meter")
                .dateColumn("day")
                .doubleColumn("kwh")
                .build();
        CreateStreamRequest request = CreateStreamRequest.builder()
                .dataSet(CreateDataSetRequest.builder()
                        .name("Meter readings")
                        .schema(schema)
                        .build())
                .updateMethod(UpdateMethod.UPSERT)
                .keyColumnNames(List.of("meter", "day"))
                .build();
        DomoStream stream = rest.execute(rest.api().streams().createStream(request));
    }

    void listStreams(DomoClient domo) {
        List<DomoStream> streams = domo.streams().list().toList();
    }

    void listStreams(RestAccess rest) {
        List<DomoStream> page = rest.execute(rest.api().streams().listStreams(500, 0, "all"));
    }

    void searchStreams(DomoClient domo) {
        List<DomoStream> streams = domo.streams().search("dataSource.owner.id:730114");
    }

    void searchStreams(RestAccess rest) {
        List<DomoStream> streams =
                rest.execute(rest.api().streams().searchStreams("dataSource.owner.id:730114", "all"));
    }

    void getStream(DomoClient domo) {
        DomoStream stream = domo.streams().get(42);
    }

    void getStream(RestAccess rest) {
        DomoStream stream = rest.execute(rest.api().streams().getStream(42L, "all"));
    }

    void updateStream(DomoClient domo) {
        DomoStream stream = domo.streams().update(42, UpdateMethod.REPLACE);
    }

    void updateStream(RestAccess rest) {
        UpdateStreamRequest change =
                UpdateStreamRequest.builder().updateMethod(UpdateMethod.REPLACE).build();
        DomoStream stream = rest.execute(rest.api().streams().updateStream(42L, change));
    }

    void deleteStream(DomoClient domo) {
        boolean deleted = domo.streams().delete(42);
    }

    void deleteStream(RestAccess rest) {
        rest.execute(rest.api().streams().deleteStream(42L));
    }

    void createExecution(DomoClient domo) {
        // domo.streams().upload() runs all steps of an upload: it creates an execution, uploads the parts and commits.
        Execution execution = domo.executions().create(42, UpdateMethod.APPEND);
    }

    void createExecution(RestAccess rest) {
        CreateExecutionRequest request = CreateExecutionRequest.builder()
                .updateMethod(UpdateMethod.APPEND)
                .build();
        Execution execution = rest.execute(rest.api().streams().createExecution(42L, request));
    }

    void listExecutions(DomoClient domo) {
        List<Execution> executions = domo.executions().list(42).toList();
    }

    void listExecutions(RestAccess rest) {
        List<Execution> page = rest.execute(rest.api().streams().listExecutions(42L, 500, 0));
    }

    void uploadPart(DomoClient domo) {
        CsvSource rows = CsvSource.fromText("2025-03-04T05:00:00,3.41\n2025-03-04T06:00:00,3.87\n");
        long count = domo.executions().uploadPart(42, 3, 1, rows);
    }

    void uploadPart(RestAccess rest) {
        RequestBody rows =
                RequestBody.create("2025-03-04T05:00:00,3.41\n2025-03-04T06:00:00,3.87\n", MediaType.get("text/csv"));
        Execution execution = rest.execute(rest.api().streams().uploadPart(42L, 3L, 1L, rows, null));
    }

    void commitExecution(DomoClient domo) {
        domo.executions().commit(42, 3);
    }

    void commitExecution(RestAccess rest) {
        Execution execution = rest.execute(rest.api().streams().commitExecution(42L, 3L));
    }

    void getExecution(DomoClient domo) {
        Execution execution = domo.executions().get(42, 3);
    }

    void getExecution(RestAccess rest) {
        Execution execution = rest.execute(rest.api().streams().getExecution(42L, 3L));
    }

    void abortExecution(DomoClient domo) {
        domo.executions().abort(42, 3);
    }

    void abortExecution(RestAccess rest) {
        Execution execution = rest.execute(rest.api().streams().abortExecution(42L, 3L));
    }

    void abortCurrentExecution(DomoClient domo) {
        domo.executions().abortCurrent(42);
    }

    void abortCurrentExecution(RestAccess rest) {
        rest.execute(rest.api().streams().abortCurrentExecution(42L));
    }
}
