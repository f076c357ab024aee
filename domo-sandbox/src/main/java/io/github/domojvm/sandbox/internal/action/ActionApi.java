package io.github.domojvm.sandbox.internal.action;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Router;
import java.io.IOException;
import java.util.function.Predicate;

/**
 * The API Actions. The actions of the sandbox contact no other system: their result names the action and the DataSet.
 */
public final class ActionApi {
    private final Predicate<String> hasAccount;
    private final Predicate<String> hasDataSet;

    public ActionApi(Predicate<String> hasAccount, Predicate<String> hasDataSet) {
        this.hasAccount = hasAccount;
        this.hasDataSet = hasDataSet;
    }

    public void addTo(Router router) {
        router.add("GET", "/v1/domoactions", "data", this::list)
                .add("POST", "/v1/domoactions/{guid}/process", "data", this::process);
    }

    private ApiResponse list(Call call) {
        ArrayNode actions = Json.array();
        ApiAction.ALL.forEach(action -> actions.add(action.json()));
        return ApiResponse.json(200, actions);
    }

    private ApiResponse process(Call call) throws IOException {
        ApiAction action = ApiAction.of(call.variable(0));
        ResultFormat format = ResultFormat.of(call.header("Accept"));
        String account = call.params().get("account");
        if (account == null || !hasAccount.test(account)) {
            throw ApiException.badRequest("account: no account with the id '" + account + "'");
        }
        ObjectNode body = call.json();
        String dataSet = Json.requiredText(body, "datasetId");
        if (!hasDataSet.test(dataSet)) {
            throw ApiException.badRequest("datasetId: no DataSet " + dataSet);
        }
        return format.respond(action.name() + " processed DataSet " + dataSet);
    }
}
