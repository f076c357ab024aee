package io.github.domojvm.contract.samples;

import io.github.domojvm.DomoClient;
import io.github.domojvm.RestAccess;
import io.github.domojvm.rest.model.CreateSimpleDataSetRequest;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.ImportMethod;
import io.github.domojvm.rest.model.UpdateMethod;
import java.util.List;
import java.util.Map;

/** The samples of the Simple operations in the API reference. Each method is named after its operation. */
@SuppressWarnings("unused")
final class SimpleSamples {
    void createSimpleDataSet(DomoClient domo) {
        CreateSimpleDataSetRequest request = CreateSimpleDataSetRequest.builder()
                .name("Buoys")
                .description("Positions of the buoys")
                .build();
        DataSet dataSet = domo.simple().create(request);
    }

    void createSimpleDataSet(RestAccess rest) {
        CreateSimpleDataSetRequest request = CreateSimpleDataSetRequest.builder()
                .name("Buoys")
                .description("Positions of the buoys")
                .build();
        DataSet dataSet = rest.execute(rest.api().simple().createSimpleDataSet(request));
    }

    void importJson(DomoClient domo) {
        List<Map<String, Object>> rows = List.of(Map.of("buoy", "Inchkeith", "depth", 12.5, "lit", true));
        domo.simple().importJson("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10", rows, UpdateMethod.REPLACE);
    }

    void importJson(RestAccess rest) {
        List<Map<String, Object>> rows = List.of(Map.of("buoy", "Inchkeith", "depth", 12.5, "lit", true));
        rest.execute(
                rest.api().simple().importJson("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10", rows, ImportMethod.REPLACE));
    }
}
