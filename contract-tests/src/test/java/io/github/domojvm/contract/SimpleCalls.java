package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.rest;
import static io.github.domojvm.contract.ClientCall.restSilent;

import io.github.domojvm.rest.model.CreateSimpleDataSetRequest;
import io.github.domojvm.rest.model.ImportMethod;
import java.util.List;
import java.util.Map;

/** How programs reach the Simple operations. */
final class SimpleCalls {
    static final List<ClientCall> ALL = List.of(
            rest(
                    "createSimpleDataSet",
                    (api, ids) -> api.simple()
                            .createSimpleDataSet(CreateSimpleDataSetRequest.builder()
                                    .name("Buoys")
                                    .build())),
            restSilent(
                    "importJson",
                    (api, ids) -> api.simple()
                            .importJson(
                                    ids.simpleDataSet(),
                                    List.of(Map.of("buoy", "Inchkeith", "depth", 12.5)),
                                    ImportMethod.REPLACE)));

    private SimpleCalls() {}
}
