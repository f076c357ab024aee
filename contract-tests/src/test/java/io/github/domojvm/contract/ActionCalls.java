package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.reading;
import static io.github.domojvm.contract.ClientCall.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.domojvm.rest.model.ProcessApiActionRequest;
import java.util.List;
import okhttp3.ResponseBody;

/**
 * The client calls of the API Action operations. The example of a result is JSON, of which the calls return the text.
 */
final class ActionCalls {
    private static final ObjectMapper JSON = new ObjectMapper();

    static final List<ClientCall> ALL = List.of(
            reading(
                    "listApiActions",
                    "ApiActions.list",
                    (domo, ids) -> domo.apiActions().list()),
            reading(
                    "processApiAction",
                    "ApiActions.process",
                    (domo, ids) -> JSON.readValue(
                            domo.apiActions().process(ids.action(), ids.account(), ids.dataSet()), String.class)),
            rest("listApiActions", (api, ids) -> api.actions().listApiActions()),
            reading("processApiAction", "RestAccess.execute", (domo, ids) -> {
                try (ResponseBody result = domo.rest()
                        .execute(domo.rest()
                                .api()
                                .actions()
                                .processApiAction(
                                        ids.action(),
                                        ids.account(),
                                        ProcessApiActionRequest.builder()
                                                .datasetId(ids.dataSet())
                                                .build()))) {
                    return JSON.readValue(result.string(), String.class);
                }
            }));

    private ActionCalls() {}
}
