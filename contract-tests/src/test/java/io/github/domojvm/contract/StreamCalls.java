package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.reading;
import static io.github.domojvm.contract.ClientCall.rest;
import static io.github.domojvm.contract.ClientCall.restSilent;
import static io.github.domojvm.contract.ClientCall.silent;
import static io.github.domojvm.contract.ClientCall.tolerant;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.CreateExecutionRequest;
import io.github.domojvm.rest.model.CreateStreamRequest;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.rest.model.UpdateStreamRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;

/** The client calls of the Stream operations. */
final class StreamCalls {
    private static final MediaType CSV = MediaType.get("text/csv");

    static final List<ClientCall> ALL = List.of(
            reading(
                    "searchStreams",
                    "Streams.search",
                    (domo, ids) -> domo.streams().search("dataSource.owner.id:730114")),
            rest("createStream", (api, ids) -> api.streams().createStream(upsert())),
            rest("listStreams", (api, ids) -> api.streams().listStreams(500, 0, null)),
            rest("getStream", (api, ids) -> api.streams().getStream(ids.stream(), null)),
            rest(
                    "updateStream",
                    (api, ids) -> api.streams()
                            .updateStream(
                                    ids.stream(),
                                    UpdateStreamRequest.builder()
                                            .updateMethod(UpdateMethod.REPLACE)
                                            .build())),
            rest("listExecutions", (api, ids) -> api.streams().listExecutions(ids.stream(), 500, 0)),
            rest("getExecution", (api, ids) -> api.streams().getExecution(ids.stream(), ids.execution())),
            restSilent("abortCurrentExecution", (api, ids) -> api.streams().abortCurrentExecution(ids.stream())),
            reading(
                    "createStream",
                    "Streams.create(name, schema, method)",
                    (domo, ids) -> domo.streams().create("Meters", DataSetCalls.SCHEMA, UpdateMethod.APPEND)),
            reading(
                    "createStream",
                    "Streams.create(request) for UPSERT",
                    (domo, ids) -> domo.streams().create(upsert())),
            reading(
                    "listStreams",
                    "Streams.list",
                    (domo, ids) -> domo.streams().list().toList()),
            reading(
                    "listStreams",
                    "RestAccess.list",
                    (domo, ids) -> domo.rest()
                            .list(
                                    500,
                                    (limit, offset) ->
                                            domo.rest().api().streams().listStreams(limit, offset, null))
                            .toList()),
            reading(
                    "searchStreams",
                    "Streams.findByDataSet",
                    (domo, ids) ->
                            domo.streams().findByDataSet(ids.dataSet()).stream().toList()),
            reading(
                    "searchStreams",
                    "RestAccess.execute",
                    (domo, ids) -> domo.rest()
                            .execute(domo.rest().api().streams().searchStreams("dataSource.owner.id:730114", null))),
            reading("getStream", "Streams.get", (domo, ids) -> domo.streams().get(ids.stream())),
            tolerant(
                    "getStream",
                    "Streams.find",
                    true,
                    Optional.empty(),
                    (domo, ids) -> domo.streams().find(ids.stream())),
            reading(
                    "updateStream",
                    "Streams.update",
                    (domo, ids) -> domo.streams().update(ids.stream(), UpdateMethod.REPLACE)),
            tolerant(
                    "deleteStream",
                    "Streams.delete",
                    false,
                    false,
                    (domo, ids) -> domo.streams().delete(ids.stream())),
            silent(
                    "deleteStream",
                    "RestAccess.execute",
                    (domo, ids) ->
                            domo.rest().execute(domo.rest().api().streams().deleteStream(ids.stream()))),
            reading(
                    "createExecution",
                    "RestAccess.execute",
                    (domo, ids) -> domo.rest()
                            .execute(domo.rest()
                                    .api()
                                    .streams()
                                    .createExecution(ids.stream(), execution(UpdateMethod.APPEND)))),
            reading(
                    "createExecution",
                    "RestAccess.execute with an empty object",
                    (domo, ids) -> domo.rest()
                            .execute(domo.rest()
                                    .api()
                                    .streams()
                                    .createExecution(
                                            ids.stream(),
                                            CreateExecutionRequest.builder().build()))),
            reading(
                    "createExecution",
                    "Executions.create(stream)",
                    (domo, ids) -> domo.executions().create(ids.stream())),
            reading(
                    "createExecution",
                    "Executions.create(stream, method)",
                    (domo, ids) -> domo.executions().create(ids.stream(), UpdateMethod.APPEND)),
            reading(
                    "listExecutions",
                    "Executions.list",
                    (domo, ids) -> domo.executions().list(ids.stream()).toList()),
            reading(
                    "getExecution",
                    "Executions.get",
                    (domo, ids) -> domo.executions().get(ids.stream(), ids.execution())),
            tolerant(
                    "getExecution",
                    "Executions.find",
                    true,
                    Optional.empty(),
                    (domo, ids) -> domo.executions().find(ids.stream(), ids.execution())),
            silent(
                    "uploadPart",
                    "Executions.uploadPart with gzip",
                    (domo, ids) -> domo.executions()
                            .uploadPart(ids.stream(), ids.execution(), 1, CsvSource.fromText(ids.rows()))),
            reading(
                    "uploadPart",
                    "RestAccess.execute",
                    (domo, ids) -> domo.rest()
                            .execute(domo.rest()
                                    .api()
                                    .streams()
                                    .uploadPart(
                                            ids.stream(),
                                            ids.execution(),
                                            1L,
                                            RequestBody.create(DataSetCalls.ROWS, CSV),
                                            null))),
            reading(
                    "uploadPart",
                    "RestAccess.execute with gzip",
                    (domo, ids) -> domo.rest()
                            .execute(domo.rest()
                                    .api()
                                    .streams()
                                    .uploadPart(ids.stream(), ids.execution(), 2L, gzip(), "gzip"))),
            silent(
                    "commitExecution",
                    "Executions.commit",
                    (domo, ids) -> domo.executions().commit(ids.stream(), ids.execution())),
            reading(
                    "commitExecution",
                    "RestAccess.execute",
                    (domo, ids) -> domo.rest()
                            .execute(domo.rest().api().streams().commitExecution(ids.stream(), ids.execution()))),
            silent(
                    "abortExecution",
                    "Executions.abort",
                    (domo, ids) -> domo.executions().abort(ids.stream(), ids.execution())),
            reading(
                    "abortExecution",
                    "RestAccess.execute",
                    (domo, ids) -> domo.rest()
                            .execute(domo.rest().api().streams().abortExecution(ids.stream(), ids.execution()))),
            silent(
                    "abortCurrentExecution",
                    "Executions.abortCurrent",
                    (domo, ids) -> domo.executions().abortCurrent(ids.stream())));

    private StreamCalls() {}

    private static CreateStreamRequest upsert() {
        return CreateStreamRequest.builder()
                .dataSet(CreateDataSetRequest.builder()
                        .name("Meters")
                        .schema(DataSetCalls.SCHEMA)
                        .build())
                .updateMethod(UpdateMethod.UPSERT)
                .keyColumnNames(List.of("meter", "day"))
                .build();
    }

    private static CreateExecutionRequest execution(UpdateMethod method) {
        return CreateExecutionRequest.builder().updateMethod(method).build();
    }

    private static RequestBody gzip() throws IOException {
        Buffer compressed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(compressed))) {
            sink.writeUtf8(DataSetCalls.ROWS);
        }
        return RequestBody.create(compressed.readByteString(), CSV);
    }
}
