package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.reading;
import static io.github.domojvm.contract.ClientCall.silent;
import static io.github.domojvm.contract.ClientCall.tolerant;

import io.github.domojvm.DomoClient;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.dataset.ListDataSetsOptions;
import io.github.domojvm.rest.api.DataSetsApi;
import io.github.domojvm.rest.api.StreamsApi;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.CreateExecutionRequest;
import io.github.domojvm.rest.model.CreateStreamRequest;
import io.github.domojvm.rest.model.DataSetSort;
import io.github.domojvm.rest.model.ImportMethod;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;

/** Every operation of the description, and how programs call it. An operation that is missing here fails a test. */
final class ClientCalls {
    private static final String DATA_SET = "7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10";
    private static final long STREAM = 42;
    private static final long EXECUTION = 3;
    private static final String ROWS = "1001,2025-03-04,8.25\n1002,2025-03-04,7.5\n";
    private static final MediaType CSV = MediaType.get("text/csv");
    private static final Schema SCHEMA =
            SchemaBuilder.create().longs("meter").date("day").doubles("kwh").build();

    static final List<ClientCall> ALL = List.of(
            silent(
                    "createAccessToken",
                    "the first call of a client",
                    domo -> domo.dataSets().get(DATA_SET)),
            reading(
                    "createDataSet",
                    "DataSets.create(name, schema)",
                    domo -> domo.dataSets().create("Tides", SCHEMA)),
            reading(
                    "createDataSet",
                    "DataSets.create(request)",
                    domo -> domo.dataSets()
                            .create(CreateDataSetRequest.builder()
                                    .name("Tides")
                                    .description("Hourly")
                                    .schema(SCHEMA)
                                    .build())),
            reading(
                    "listDataSets",
                    "DataSets.list()",
                    domo -> domo.dataSets().list().toList()),
            reading(
                    "listDataSets",
                    "DataSets.list(options)",
                    domo -> domo.dataSets()
                            .list(ListDataSetsOptions.builder()
                                    .sort(DataSetSort.NAME)
                                    .nameLike("tides")
                                    .build())
                            .toList()),
            reading("getDataSet", "DataSets.get", domo -> domo.dataSets().get(DATA_SET)),
            tolerant(
                    "getDataSet",
                    "DataSets.find",
                    true,
                    Optional.empty(),
                    domo -> domo.dataSets().find(DATA_SET)),
            reading(
                    "updateDataSet",
                    "DataSets.update of what get returned",
                    domo -> domo.dataSets()
                            .update(domo.dataSets().get(DATA_SET).toBuilder()
                                    .name("Harbour tides, hourly")
                                    .build())),
            tolerant(
                    "deleteDataSet",
                    "DataSets.delete",
                    false,
                    false,
                    domo -> domo.dataSets().delete(DATA_SET)),
            silent(
                    "deleteDataSet",
                    "RestAccess.execute",
                    domo -> domo.rest().execute(dataSets(domo).deleteDataSet(DATA_SET))),
            silent(
                    "importData",
                    "DataSets.importCsv with REPLACE",
                    domo -> domo.dataSets().importCsv(DATA_SET, ImportMethod.REPLACE, CsvSource.text(ROWS))),
            silent(
                    "importData",
                    "DataSets.importCsv with APPEND",
                    domo -> domo.dataSets().importCsv(DATA_SET, ImportMethod.APPEND, CsvSource.text(ROWS))),
            reading("exportData", "DataSets.export", domo -> export(domo, true)),
            reading("exportData", "DataSets.export without header", domo -> export(domo, false)),
            reading(
                    "createStream",
                    "Streams.create(name, schema, method)",
                    domo -> domo.streams().create("Meters", SCHEMA, UpdateMethod.APPEND)),
            reading(
                    "createStream",
                    "Streams.create(request) for UPSERT",
                    domo -> domo.streams().create(upsert())),
            reading("listStreams", "Streams.list", domo -> domo.streams().list().toList()),
            reading(
                    "listStreams",
                    "RestAccess.list",
                    domo -> domo.rest()
                            .list(500, (limit, offset) -> streams(domo).listStreams(limit, offset, null))
                            .toList()),
            reading(
                    "searchStreams",
                    "Streams.findByDataSet",
                    domo -> domo.streams().findByDataSet(DATA_SET).stream().toList()),
            reading(
                    "searchStreams",
                    "RestAccess.execute",
                    domo -> domo.rest().execute(streams(domo).searchStreams("dataSource.owner.id:730114", null))),
            reading("getStream", "Streams.get", domo -> domo.streams().get(STREAM)),
            tolerant(
                    "getStream",
                    "Streams.find",
                    true,
                    Optional.empty(),
                    domo -> domo.streams().find(STREAM)),
            reading("updateStream", "Streams.update", domo -> domo.streams().update(STREAM, UpdateMethod.REPLACE)),
            tolerant(
                    "deleteStream",
                    "Streams.delete",
                    false,
                    false,
                    domo -> domo.streams().delete(STREAM)),
            silent(
                    "deleteStream",
                    "RestAccess.execute",
                    domo -> domo.rest().execute(streams(domo).deleteStream(STREAM))),
            reading(
                    "createExecution",
                    "RestAccess.execute",
                    domo -> domo.rest().execute(streams(domo).createExecution(STREAM, execution(UpdateMethod.APPEND)))),
            reading(
                    "createExecution",
                    "RestAccess.execute with nothing said",
                    domo -> domo.rest()
                            .execute(streams(domo)
                                    .createExecution(
                                            STREAM,
                                            CreateExecutionRequest.builder().build()))),
            reading(
                    "listExecutions",
                    "Streams.executions",
                    domo -> domo.streams().executions(STREAM).toList()),
            reading("getExecution", "Streams.execution", domo -> domo.streams().execution(STREAM, EXECUTION)),
            reading(
                    "uploadPart",
                    "RestAccess.execute",
                    domo -> domo.rest()
                            .execute(streams(domo)
                                    .uploadPart(STREAM, EXECUTION, 1L, RequestBody.create(ROWS, CSV), null))),
            reading(
                    "uploadPart",
                    "RestAccess.execute with gzip",
                    domo -> domo.rest().execute(streams(domo).uploadPart(STREAM, EXECUTION, 2L, gzip(), "gzip"))),
            reading(
                    "commitExecution",
                    "RestAccess.execute",
                    domo -> domo.rest().execute(streams(domo).commitExecution(STREAM, EXECUTION))),
            silent("abortExecution", "Streams.abort", domo -> domo.streams().abort(STREAM, EXECUTION)),
            reading(
                    "abortExecution",
                    "RestAccess.execute",
                    domo -> domo.rest().execute(streams(domo).abortExecution(STREAM, EXECUTION))),
            silent(
                    "abortCurrentExecution",
                    "Streams.abortCurrent",
                    domo -> domo.streams().abortCurrent(STREAM)));

    private ClientCalls() {}

    private static DataSetsApi dataSets(DomoClient domo) {
        return domo.rest().api().dataSets();
    }

    private static StreamsApi streams(DomoClient domo) {
        return domo.rest().api().streams();
    }

    private static String export(DomoClient domo, boolean header) throws IOException {
        Path folder = Files.createTempDirectory("contract");
        Path file = folder.resolve("export.csv");
        try {
            return Files.readString(
                    domo.dataSets().export(DATA_SET, file, header).target());
        } finally {
            Files.deleteIfExists(file);
            // Fails when the client left anything else behind.
            Files.delete(folder);
        }
    }

    private static CreateStreamRequest upsert() {
        return CreateStreamRequest.builder()
                .dataSet(CreateDataSetRequest.builder()
                        .name("Meters")
                        .schema(SCHEMA)
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
            sink.writeUtf8(ROWS);
        }
        return RequestBody.create(compressed.readByteString(), CSV);
    }
}
