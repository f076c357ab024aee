package io.github.domojvm.sandbox.internal.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Router;
import io.github.domojvm.sandbox.internal.rows.Column;
import java.io.IOException;
import java.util.List;

/** {@code /v1/datasets/{id}/policies}. */
final class PolicyResource {
    private final DataState state;
    private final People people;

    PolicyResource(DataState state, People people) {
        this.state = state;
        this.people = people;
    }

    void addTo(Router router) {
        router.add("GET", "/v1/datasets/{id}/policies", "data", this::list)
                .add("POST", "/v1/datasets/{id}/policies", "data", this::create)
                .add("GET", "/v1/datasets/{id}/policies/{policy}", "data", this::get)
                .add("PUT", "/v1/datasets/{id}/policies/{policy}", "data", this::update)
                .add("DELETE", "/v1/datasets/{id}/policies/{policy}", "data", this::delete);
    }

    private ApiResponse list(Call call) {
        return ApiResponse.json(200, state.with(() -> {
            ArrayNode all = Json.array();
            state.dataSet(call.variable(0)).policies.forEach(policy -> all.add(policy.json()));
            return all;
        }));
    }

    private ApiResponse create(Call call) throws IOException {
        ObjectNode body = call.json();
        String name = Json.requiredText(body, "name");
        if (!body.hasNonNull("filters")) {
            throw ApiException.badRequest("filters is missing");
        }
        return ApiResponse.json(201, state.with(() -> {
            DataSetState dataSet = state.dataSet(call.variable(0));
            PolicyState policy = new PolicyState(state.nextNumber(), "user", name);
            policy.change(body, columns(dataSet), people);
            dataSet.policies.add(policy);
            state.note("CREATED", "PDP_POLICY", policy.id, policy.name());
            return policy.json();
        }));
    }

    private ApiResponse get(Call call) {
        return ApiResponse.json(
                200,
                state.with(() -> policy(state.dataSet(call.variable(0)), call).json()));
    }

    private ApiResponse update(Call call) throws IOException {
        ObjectNode body = call.json();
        return ApiResponse.json(200, state.with(() -> {
            DataSetState dataSet = state.dataSet(call.variable(0));
            PolicyState policy = policy(dataSet, call);
            policy.change(body, columns(dataSet), people);
            state.note("UPDATED", "PDP_POLICY", policy.id, policy.name());
            return policy.json();
        }));
    }

    /** Rejects the deletion of the policy that every DataSet starts with. */
    private ApiResponse delete(Call call) {
        return state.with(() -> {
            DataSetState dataSet = state.dataSet(call.variable(0));
            PolicyState policy = policy(dataSet, call);
            if (policy == dataSet.policies.get(0)) {
                throw ApiException.badRequest("The policy '" + policy.name() + "' cannot be deleted");
            }
            dataSet.policies.remove(policy);
            state.note("DELETED", "PDP_POLICY", policy.id, policy.name());
            return ApiResponse.empty(204);
        });
    }

    private List<String> columns(DataSetState dataSet) {
        if (state.rules.policiesNeedData() && dataSet.dataCurrentAt == null) {
            return List.of();
        }
        return dataSet.columns.stream().map(Column::name).toList();
    }

    private static PolicyState policy(DataSetState dataSet, Call call) {
        long id = call.number(1);
        return dataSet.policies.stream()
                .filter(policy -> policy.id == id)
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("Policy", id));
    }
}
