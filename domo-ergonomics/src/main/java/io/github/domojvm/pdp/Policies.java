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
 * Personalized data permissions (PDP) of a DataSet. They have an effect when the DataSet's {@code pdpEnabled} is true.
 *
 * <p>All methods block on the network unless they say otherwise, and throw a {@link DomoException} when the service or
 * the network fails. Policies whose filter values are too long together are refused before any call, see
 * {@link PolicyLength}. Safe for use by several threads. Scope: {@code data}.
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
     * Lists the policies of a DataSet, with the one named {@code All Rows} that each is born with.
     *
     * @param dataSetId the DataSet's id, a UUID
     * @return all of them
     */
    public List<Policy> list(String dataSetId) {
        return calls.page(api.listPolicies(Args.notBlank("dataSetId", dataSetId)));
    }

    /**
     * Gets a policy.
     *
     * @param dataSetId the DataSet's id, a UUID
     * @param id the policy's id
     * @return the policy
     * @throws NotFoundException when there is none of that id
     */
    public Policy get(String dataSetId, long id) {
        return calls.get(
                api.getPolicy(Args.notBlank("dataSetId", dataSetId), Args.positive("id", id)),
                ResponseCheck.hasId(Policy::id, id));
    }

    /**
     * Looks for a policy.
     *
     * @param dataSetId the DataSet's id, a UUID
     * @param id the policy's id
     * @return the policy, empty when there is none of that id
     */
    public Optional<Policy> find(String dataSetId, long id) {
        return calls.find(
                api.getPolicy(Args.notBlank("dataSetId", dataSetId), Args.positive("id", id)),
                ResponseCheck.hasId(Policy::id, id));
    }

    /**
     * Creates a policy. Users and groups must exist. It is not sent again when the answer is lost, since that could
     * make two.
     *
     * @param dataSetId the DataSet's id, a UUID
     * @param request its name, its filters (see {@link PolicyFilters}), and whom it lets in
     * @return the policy as created
     * @throws IllegalArgumentException when the filter values are too long together; {@link PolicyLength#split} helps
     */
    public Policy create(String dataSetId, CreatePolicyRequest request) {
        Args.notBlank("dataSetId", dataSetId);
        Args.notNull("request", request);
        PolicyLength.check(request.name(), Objects.requireNonNullElse(request.filters(), List.of()));
        return calls.get(api.createPolicy(dataSetId, request), ResponseCheck.hasId(Policy::id));
    }

    /**
     * Changes a policy and keeps what the change does not touch: the policy is read, changed, and sent whole, since
     * sources disagree on what the service does with members that are left out.
     *
     * @param dataSetId the DataSet's id, a UUID
     * @param id the policy's id
     * @param change sets what shall be different
     * @return the policy as it is now
     * @throws NotFoundException when there is none of that id
     * @throws IllegalArgumentException when the filter values are too long together
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
     * @return whether it was deleted; false when there was none of that id
     */
    public boolean delete(String dataSetId, long id) {
        return calls.delete(api.deletePolicy(Args.notBlank("dataSetId", dataSetId), Args.positive("id", id)));
    }

    /**
     * Works out what must be done so that a DataSet has exactly these policies, told apart by name. The policy that the
     * DataSet was born with is left alone. Reads, and changes nothing.
     *
     * @param dataSetId the DataSet's id, a UUID
     * @param wanted the policies that there should be
     * @return the plan, to be looked at and handed to {@link #apply}
     * @throws IllegalArgumentException when two of them, or two that are there, have one name, or values are too long
     */
    public PolicyPlan plan(String dataSetId, Collection<CreatePolicyRequest> wanted) {
        List<CreatePolicyRequest> goal = Args.listOf("wanted", wanted);
        return PolicyPlan.between(dataSetId, list(dataSetId), goal);
    }

    /**
     * Does what a plan says, new and changed policies first, so that nobody sees fewer rows than before and after. When
     * it fails on the way, plan again and go on.
     *
     * @param plan the plan
     * @throws DomoDataException when policies have changed since they were planned for; nothing was done
     */
    public void apply(PolicyPlan plan) {
        Args.notNull("plan", plan);
        plan.outdated(list(plan.dataSetId())).ifPresent(name -> {
            throw new DomoDataException(
                    "The policy '" + name + "' of the DataSet " + plan.dataSetId()
                            + " is not as it was when the plan was made. Nothing was done; plan again and look at it.",
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
