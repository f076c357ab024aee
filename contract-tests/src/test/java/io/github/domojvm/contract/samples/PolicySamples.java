package io.github.domojvm.contract.samples;

import io.github.domojvm.DomoClient;
import io.github.domojvm.RestAccess;
import io.github.domojvm.pdp.PolicyFilters;
import io.github.domojvm.rest.model.CreatePolicyRequest;
import io.github.domojvm.rest.model.Policy;
import io.github.domojvm.rest.model.UpdatePolicyRequest;
import java.util.List;

/** The samples of the policy operations in the API reference. Each method is named after its operation. */
@SuppressWarnings("unused")
final class PolicySamples {
    void createPolicy(DomoClient domo) {
        CreatePolicyRequest request = CreatePolicyRequest.builder()
                .name("Leith only")
                .filters(List.of(PolicyFilters.column("harbour").equalTo("Leith")))
                .users(List.of(730200L))
                .build();
        Policy policy = domo.policies().create("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10", request);
    }

    void createPolicy(RestAccess rest) {
        CreatePolicyRequest request = CreatePolicyRequest.builder()
                .name("Leith only")
                .filters(List.of(PolicyFilters.column("harbour").equalTo("Leith")))
                .users(List.of(730200L))
                .build();
        Policy policy =
                rest.execute(rest.api().policies().createPolicy("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10", request));
    }

    void listPolicies(DomoClient domo) {
        List<Policy> policies = domo.policies().list("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10");
    }

    void listPolicies(RestAccess rest) {
        List<Policy> policies =
                rest.execute(rest.api().policies().listPolicies("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10"));
    }

    void getPolicy(DomoClient domo) {
        Policy policy = domo.policies().get("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10", 512);
    }

    void getPolicy(RestAccess rest) {
        Policy policy = rest.execute(rest.api().policies().getPolicy("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10", 512L));
    }

    void updatePolicy(DomoClient domo) {
        Policy policy = domo.policies()
                .update("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10", 512, change -> change.users(List.of(730200L)));
    }

    void updatePolicy(RestAccess rest) {
        UpdatePolicyRequest request = UpdatePolicyRequest.builder()
                .name("Leith only")
                .filters(List.of(PolicyFilters.column("harbour").equalTo("Leith")))
                .users(List.of(730200L))
                .build();
        Policy policy =
                rest.execute(rest.api().policies().updatePolicy("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10", 512L, request));
    }

    void deletePolicy(DomoClient domo) {
        boolean deleted = domo.policies().delete("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10", 512);
    }

    void deletePolicy(RestAccess rest) {
        rest.execute(rest.api().policies().deletePolicy("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10", 512L));
    }
}
