package io.github.domojvm.pdp;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.Members;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.ResponseCheck;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
import io.github.domojvm.rest.api.PoliciesApi;
import io.github.domojvm.rest.model.CreatePolicyRequest;
import io.github.domojvm.rest.model.Policy;
import io.github.domojvm.rest.model.UpdatePolicyRequest;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Manages the personalized data permissions (PDP) of a DataSet. They have an effect only if the DataSet's
 * {@code pdpEnabled} is true.
 *
 * <p>Methods block until the response is processed, and throw a {@link DomoException} if the service or the network
 * fails. Policies whose filter values together are too long are rejected before any request, see {@link PolicyLength}.
 * Thread-safe. Requires scope {@code data}.
 */
public final class Policies {
    static {
        FacadeFactory.register(Policies.class, Policies::new);
    }

    private final PoliciesApi api;
    private final CallExecutor calls;

    Policies(ClientContext client) {
        this.api = client.api().policies();
        this.calls = client.calls();
    }

    /**
     * Lists the policies of a DataSet, including the policy {@code All Rows} that each DataSet is created with.
     *
     * @param dataSetId the DataSet's id, a UUID
     * @return all policies
     */
    public List<Policy> list(String dataSetId) {
        return calls.page(api.listPolicies(Args.notBlank("dataSetId", dataSetId)));
    }

    /**
     * Returns a policy.
     *
     * @param dataSetId the DataSet's id, a UUID
     * @param id the policy's id
     * @return the policy
     * @throws NotFoundException if no policy has this id
     */
    public Policy get(String dataSetId, long id) {
        return calls.get(
                api.getPolicy(Args.notBlank("dataSetId", dataSetId), Args.positive("id", id)),
                ResponseCheck.hasId(Policy::id, id));
    }

    /**
     * Returns a policy if it exists.
     *
     * @param dataSetId the DataSet's id, a UUID
     * @param id the policy's id
     * @return the policy; empty if no policy has this id
     */
    public Optional<Policy> find(String dataSetId, long id) {
        return calls.find(
                api.getPolicy(Args.notBlank("dataSetId", dataSetId), Args.positive("id", id)),
                ResponseCheck.hasId(Policy::id, id));
    }

    /**
     * Creates a policy. Its users and groups must exist. The request is not retried if its response is lost, since a
     * retry could create a second policy.
     *
     * @param dataSetId the DataSet's id, a UUID
     * @param request the name, the filters (see {@link PolicyFilters}), and the users and groups who see the rows
     * @return the created policy
     * @throws IllegalArgumentException if the filter values together are too long; see {@link PolicyLength#split}
     */
    public Policy create(String dataSetId, CreatePolicyRequest request) {
        Args.notBlank("dataSetId", dataSetId);
        Args.notNull("request", request);
        PolicyLength.check(request.name(), Objects.requireNonNullElse(request.filters(), List.of()));
        return calls.get(api.createPolicy(dataSetId, request), ResponseCheck.hasId(Policy::id));
    }

    /**
     * Updates a policy. Members that are not changed are preserved: the policy is read, changed, and sent with all
     * members, since sources disagree on how the service treats omitted members.
     *
     * @param dataSetId the DataSet's id, a UUID
     * @param id the policy's id
     * @param change sets the members to be changed
     * @return the updated policy
     * @throws NotFoundException if no policy has this id
     * @throws IllegalArgumentException if the filter values together are too long
     */
    public Policy update(String dataSetId, long id, UnaryOperator<Policy.Builder> change) {
        Args.notNull("change", change);
        return replace(
                dataSetId, id, change.apply(get(dataSetId, id).toBuilder()).build());
    }

    /**
     * Deletes a policy.
     *
     * @param dataSetId the DataSet's id, a UUID
     * @param id the policy's id
     * @return true if the policy was deleted; false if no policy had this id
     */
    public boolean delete(String dataSetId, long id) {
        return calls.delete(api.deletePolicy(Args.notBlank("dataSetId", dataSetId), Args.positive("id", id)));
    }

    /**
     * Creates a plan that gives a DataSet exactly these policies, which are identified by name. The policy that the
     * DataSet was created with is not part of the plan. Changes nothing.
     *
     * @param dataSetId the DataSet's id, a UUID
     * @param wanted the policies that the DataSet should have
     * @return the plan, for review and for {@link #apply}
     * @throws IllegalArgumentException if two wanted or two existing policies have the same name, or filter values
     *     together are too long
     */
    public PolicyPlan plan(String dataSetId, Collection<CreatePolicyRequest> wanted) {
        List<CreatePolicyRequest> goal = Args.listOf("wanted", wanted);
        return PolicyPlan.between(dataSetId, list(dataSetId), goal);
    }

    /**
     * Applies a plan. Policies are created and changed before others are deleted, so that in between no user sees fewer
     * rows than both before and after. If a request fails, create a new plan and apply it.
     *
     * @param plan the plan
     * @throws DomoDataException if policies have changed since the plan was created; nothing was changed
     */
    public void apply(PolicyPlan plan) {
        Args.notNull("plan", plan);
        plan.outdated(list(plan.dataSetId())).ifPresent(name -> {
            throw new DomoDataException(
                    "The policy '" + name + "' of DataSet " + plan.dataSetId()
                            + " has changed since the plan was created. Nothing was changed. Create a new plan and"
                            + " review it.",
                    null);
        });
        plan.toCreate().forEach(request -> create(plan.dataSetId(), request));
        plan.toChange().forEach(change -> {
            Policy after = change.after();
            replace(plan.dataSetId(), after.id(), after);
        });
        plan.toDelete().forEach(policy -> delete(plan.dataSetId(), policy.id()));
    }

    private Policy replace(String dataSetId, long id, Policy policy) {
        PolicyLength.check(
                Members.orNull(policy, Policy::name), Objects.requireNonNullElse(policy.filters(), List.of()));
        UpdatePolicyRequest request = UpdatePolicyRequest.builder()
                .name(Members.orNull(policy, Policy::name))
                .type(policy.type())
                .filters(policy.filters())
                .users(policy.users())
                .virtualUsers(policy.virtualUsers())
                .groups(policy.groups())
                .build();
        return calls.get(api.updatePolicy(dataSetId, id, request), ResponseCheck.hasId(Policy::id, id));
    }
}
