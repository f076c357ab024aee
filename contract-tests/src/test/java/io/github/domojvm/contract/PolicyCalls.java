package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.reading;
import static io.github.domojvm.contract.ClientCall.rest;
import static io.github.domojvm.contract.ClientCall.restSilent;
import static io.github.domojvm.contract.ClientCall.tolerant;

import io.github.domojvm.pdp.PolicyFilters;
import io.github.domojvm.rest.model.CreatePolicyRequest;
import io.github.domojvm.rest.model.PolicyFilter;
import io.github.domojvm.rest.model.UpdatePolicyRequest;
import java.util.List;
import java.util.Optional;

/** The client calls of the policy operations. */
final class PolicyCalls {
    private static final PolicyFilter FILTER = PolicyFilters.column("meter").equalTo("1001");

    static final List<ClientCall> ALL = List.of(
            reading(
                    "listPolicies",
                    "Policies.list",
                    (domo, ids) -> domo.policies().list(ids.dataSet())),
            reading(
                    "createPolicy",
                    "Policies.create",
                    (domo, ids) -> domo.policies()
                            .create(
                                    ids.dataSet(),
                                    CreatePolicyRequest.builder()
                                            .name("First")
                                            .filters(List.of(FILTER))
                                            .build())),
            reading("getPolicy", "Policies.get", (domo, ids) -> domo.policies().get(ids.dataSet(), ids.policy())),
            tolerant(
                    "getPolicy",
                    "Policies.find",
                    true,
                    Optional.empty(),
                    (domo, ids) -> domo.policies().find(ids.dataSet(), ids.policy())),
            reading(
                    "updatePolicy",
                    "Policies.update",
                    (domo, ids) ->
                            domo.policies().update(ids.dataSet(), ids.policy(), policy -> policy.name("Second"))),
            tolerant(
                    "deletePolicy",
                    "Policies.delete",
                    false,
                    false,
                    (domo, ids) -> domo.policies().delete(ids.dataSet(), ids.policy())),
            rest("listPolicies", (api, ids) -> api.policies().listPolicies(ids.dataSet())),
            rest(
                    "createPolicy",
                    (api, ids) -> api.policies()
                            .createPolicy(
                                    ids.dataSet(),
                                    CreatePolicyRequest.builder()
                                            .name("First")
                                            .filters(List.of(FILTER))
                                            .build())),
            rest("getPolicy", (api, ids) -> api.policies().getPolicy(ids.dataSet(), ids.policy())),
            rest(
                    "updatePolicy",
                    (api, ids) -> api.policies()
                            .updatePolicy(
                                    ids.dataSet(),
                                    ids.policy(),
                                    UpdatePolicyRequest.builder().name("Second").build())),
            restSilent("deletePolicy", (api, ids) -> api.policies().deletePolicy(ids.dataSet(), ids.policy())));

    private PolicyCalls() {}
}
