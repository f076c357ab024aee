package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.reading;
import static io.github.domojvm.contract.ClientCall.rest;
import static io.github.domojvm.contract.ClientCall.restSilent;
import static io.github.domojvm.contract.ClientCall.silent;
import static io.github.domojvm.contract.ClientCall.tolerant;

import io.github.domojvm.DomoClient;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.dataset.ExportOptions;
import io.github.domojvm.dataset.ListDataSetsOptions;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.DataSetSort;
import io.github.domojvm.rest.model.ImportMethod;
import io.github.domojvm.rest.model.QueryRequest;
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

/** The client calls of the DataSet operations. */
final class DataSetCalls {
    static final String ROWS = "1001,2025-03-04,8.25\n1002,2025-03-04,7.5\n";
    static final Schema SCHEMA = SchemaBuilder.builder()
            .longColumn("meter")
            .dateColumn("day")
            .doubleColumn("kwh")
            .build();

    static final List<ClientCall> ALL = List.of(
            rest(
                    "createDataSet",
                    (api, ids) -> api.dataSets()
                            .createDataSet(CreateDataSetRequest.builder()
                                    .name("Tides")
                                    .schema(SCHEMA)
                                    .build())),
            rest("listDataSets", (api, ids) -> api.dataSets().listDataSets(50, 0, null, null)),
            rest("getDataSet", (api, ids) -> api.dataSets().getDataSet(ids.dataSet())),
            rest(
                    "updateDataSet",
                    (api, ids) -> api.dataSets()
                            .updateDataSet(
                                    ids.dataSet(),
                                    DataSet.builder().name("Tides, hourly").build())),
            restSilent(
                    "importData",
                    (api, ids) -> api.dataSets().importData(ids.dataSet(), csv(ids), ImportMethod.REPLACE)),
            restSilent(
                    "importData",
                    (api, ids) -> api.dataSets().importData(ids.dataSet(), csv(ids), ImportMethod.APPEND)),
            rest("exportData", (api, ids) -> api.dataSets().exportData(ids.dataSet(), true, null)),
            silent(
                    "queryDataSet",
                    "DataSets.query",
                    (domo, ids) -> domo.dataSets()
                            .query(ids.dataSet(), "SELECT * FROM table")
                            .close()),
            reading(
                    "createDataSet",
                    "DataSets.create(name, schema)",
                    (domo, ids) -> domo.dataSets().create("Tides", SCHEMA)),
            reading(
                    "createDataSet",
                    "DataSets.create(request)",
                    (domo, ids) -> domo.dataSets()
                            .create(CreateDataSetRequest.builder()
                                    .name("Tides")
                                    .description("Hourly")
                                    .schema(SCHEMA)
                                    .build())),
            reading(
                    "listDataSets",
                    "DataSets.list()",
                    (domo, ids) -> domo.dataSets().list().toList()),
            reading(
                    "listDataSets",
                    "DataSets.list(options)",
                    (domo, ids) -> domo.dataSets()
                            .list(ListDataSetsOptions.builder()
                                    .sort(DataSetSort.NAME)
                                    .nameLike("tides")
                                    .build())
                            .toList()),
            reading("getDataSet", "DataSets.get", (domo, ids) -> domo.dataSets().get(ids.dataSet())),
            tolerant(
                    "getDataSet",
                    "DataSets.find",
                    true,
                    Optional.empty(),
                    (domo, ids) -> domo.dataSets().find(ids.dataSet())),
            reading(
                    "updateDataSet",
                    "DataSets.update",
                    (domo, ids) ->
                            domo.dataSets().update(ids.dataSet(), change -> change.name("Harbour tides, hourly"))),
            tolerant(
                    "deleteDataSet",
                    "DataSets.delete",
                    false,
                    false,
                    (domo, ids) -> domo.dataSets().delete(ids.dataSet())),
            silent(
                    "deleteDataSet",
                    "RestAccess.execute",
                    (domo, ids) ->
                            domo.rest().execute(domo.rest().api().dataSets().deleteDataSet(ids.dataSet()))),
            silent(
                    "importData",
                    "DataSets.importCsv with REPLACE",
                    (domo, ids) -> domo.dataSets()
                            .importCsv(ids.dataSet(), CsvSource.fromText(ids.rows()), UpdateMethod.REPLACE)),
            silent(
                    "importData",
                    "DataSets.importCsv with APPEND",
                    (domo, ids) -> domo.dataSets()
                            .importCsv(ids.dataSet(), CsvSource.fromText(ids.rows()), UpdateMethod.APPEND)),
            reading(
                    "exportData",
                    "DataSets.export",
                    (domo, ids) -> export(domo, ids, ExportOptions.builder().build())),
            reading(
                    "exportData",
                    "DataSets.export without header",
                    (domo, ids) -> export(
                            domo, ids, ExportOptions.builder().withoutHeader().build())),
            rest(
                    "queryDataSet",
                    (api, ids) -> api.dataSets()
                            .queryDataSet(
                                    ids.dataSet(),
                                    QueryRequest.builder()
                                            .sql("SELECT * FROM table")
                                            .build())));

    private DataSetCalls() {}

    private static RequestBody csv(Ids ids) {
        return RequestBody.create(ids.rows(), MediaType.get("text/csv"));
    }

    private static String export(DomoClient domo, Ids ids, ExportOptions options) throws IOException {
        Path folder = Files.createTempDirectory("contract");
        Path file = folder.resolve("export.csv");
        try {
            domo.dataSets().export(ids.dataSet(), file, options);
            return Files.readString(file);
        } finally {
            Files.deleteIfExists(file);
            // Fails if the client left another file behind.
            Files.delete(folder);
        }
    }
}
