package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.rest;
import static io.github.domojvm.contract.ClientCall.restSilent;

import io.github.domojvm.pdp.PolicyFilters;
import io.github.domojvm.rest.model.CreatePolicyRequest;
import io.github.domojvm.rest.model.PolicyFilter;
import io.github.domojvm.rest.model.UpdatePolicyRequest;
import java.util.List;

/** How programs reach the policy operations. */
final class PolicyCalls {
    private static final PolicyFilter FILTER = PolicyFilters.column("meter").equalTo("1001");

    static final List<ClientCall> ALL = List.of(
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
