package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.reading;
import static io.github.domojvm.contract.ClientCall.rest;
import static io.github.domojvm.contract.ClientCall.restSilent;
import static io.github.domojvm.contract.ClientCall.silent;

import io.github.domojvm.rest.model.CreateSimpleDataSetRequest;
import io.github.domojvm.rest.model.ImportMethod;
import io.github.domojvm.rest.model.UpdateMethod;
import java.util.List;
import java.util.Map;

/** The client calls of the Simple operations. */
final class SimpleCalls {
    private static final List<Map<String, Object>> ROWS = List.of(Map.of("buoy", "Inchkeith", "depth", 12.5));

    static final List<ClientCall> ALL = List.of(
            reading(
                    "createSimpleDataSet",
                    "Simple.create",
                    (domo, ids) -> domo.simple()
                            .create(CreateSimpleDataSetRequest.builder()
                                    .name("Buoys")
                                    .build())),
            silent(
                    "importJson",
                    "Simple.importJson with REPLACE",
                    (domo, ids) -> domo.simple().importJson(ids.simpleDataSet(), ROWS, UpdateMethod.REPLACE)),
            silent(
                    "importJson",
                    "Simple.importJson with APPEND",
                    (domo, ids) -> domo.simple().importJson(ids.simpleDataSet(), ROWS, UpdateMethod.APPEND)),
            rest(
                    "createSimpleDataSet",
                    (api, ids) -> api.simple()
                            .createSimpleDataSet(CreateSimpleDataSetRequest.builder()
                                    .name("Buoys")
                                    .build())),
            restSilent(
                    "importJson",
                    (api, ids) -> api.simple().importJson(ids.simpleDataSet(), ROWS, ImportMethod.REPLACE)),
            restSilent(
                    "importJson",
                    (api, ids) -> api.simple().importJson(ids.simpleDataSet(), ROWS, ImportMethod.APPEND)));

    private SimpleCalls() {}
}
