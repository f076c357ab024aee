package io.github.domojvm.contract.samples;

import io.github.domojvm.DomoClient;
import io.github.domojvm.RestAccess;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.dataset.ExportOptions;
import io.github.domojvm.dataset.ExportResult;
import io.github.domojvm.dataset.ListDataSetsOptions;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.DataSetSort;
import io.github.domojvm.rest.model.ImportMethod;
import io.github.domojvm.rest.model.QueryRequest;
import io.github.domojvm.rest.model.QueryResult;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.rows.Rows;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;

/** The samples of the DataSet operations in the API reference. Each method is named after its operation. */
@SuppressWarnings("unused")
final class DataSetSamples {
    void createDataSet(DomoClient domo) {
        Schema schema = SchemaBuilder.builder()
                .dateTimeColumn("at")
                .doubleColumn("level")
                .build();
        CreateDataSetRequest request = CreateDataSetRequest.builder()
                .name("Harbour tides")
                .description("Hourly levels")
                .schema(schema)
                .build();
        DataSet dataSet = domo.dataSets().create(request);
    }

    void createDataSet(RestAccess rest) {
        Schema schema = SchemaBuilder.builder()
                .dateTimeColumn("at")
                .doubleColumn("level")
                .build();
        CreateDataSetRequest request = CreateDataSetRequest.builder()
                .name("Harbour tides")
                .description("Hourly levels")
                .schema(schema)
                .build();
        DataSet dataSet = rest.execute(rest.api().dataSets().createDataSet(request));
    }

    void listDataSets(DomoClient domo) {
        ListDataSetsOptions options = ListDataSetsOptions.builder()
                .nameLike("tides")
                .sort(DataSetSort.NAME)
                .build();
        List<DataSet> dataSets = domo.dataSets().list(options).toList();
    }

    void listDataSets(RestAccess rest) {
        List<DataSet> page = rest.execute(rest.api().dataSets().listDataSets(50, 0, DataSetSort.NAME, "tides"));
    }

    void getDataSet(DomoClient domo) {
        DataSet dataSet = domo.dataSets().get("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10");
    }

    void getDataSet(RestAccess rest) {
        DataSet dataSet = rest.execute(rest.api().dataSets().getDataSet("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10"));
    }

    void updateDataSet(DomoClient domo) {
        String id = "7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10";
        DataSet dataSet = domo.dataSets().update(id, change -> change.name("Harbour tides, hourly"));
    }

    void updateDataSet(RestAccess rest) {
        String id = "7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10";
        DataSet change = DataSet.builder().name("Harbour tides, hourly").build();
        DataSet dataSet = rest.execute(rest.api().dataSets().updateDataSet(id, change));
    }

    void importData(DomoClient domo) {
        CsvSource rows = CsvSource.fromText("2025-03-04T05:00:00,3.41\n");
        long count = domo.dataSets().importCsv("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10", rows, UpdateMethod.APPEND);
    }

    void importData(RestAccess rest) {
        RequestBody rows = RequestBody.create("2025-03-04T05:00:00,3.41\n", MediaType.get("text/csv"));
        rest.execute(
                rest.api().dataSets().importData("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10", rows, ImportMethod.APPEND));
    }

    void exportData(DomoClient domo, Path folder) throws IOException {
        Path file = folder.resolve("tides.csv");
        ExportOptions options = ExportOptions.builder().withoutHeader().build();
        ExportResult result = domo.dataSets().export("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10", file, options);
    }

    void exportData(RestAccess rest, Path folder) throws IOException {
        try (ResponseBody rows =
                rest.execute(rest.api().dataSets().exportData("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10", true, null))) {
            Files.copy(rows.byteStream(), folder.resolve("tides.csv"));
        }
    }

    void queryDataSet(DomoClient domo) {
        String sql = "SELECT harbour, MAX(level) FROM table GROUP BY harbour";
        try (Rows rows = domo.dataSets().query("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10", sql)) {
            List<Map<String, Object>> highest = rows.toMaps().toList();
        }
    }

    void queryDataSet(RestAccess rest) {
        QueryRequest query = QueryRequest.builder()
                .sql("SELECT harbour, MAX(level) FROM table GROUP BY harbour")
                .build();
        QueryResult result =
                rest.execute(rest.api().dataSets().queryDataSet("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10", query));
    }

    void deleteDataSet(DomoClient domo) {
        boolean deleted = domo.dataSets().delete("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10");
    }

    void deleteDataSet(RestAccess rest) {
        rest.execute(rest.api().dataSets().deleteDataSet("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10"));
    }
}
