package io.github.domojvm.pdp;

import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.Members;
import io.github.domojvm.rest.model.CreatePolicyRequest;
import io.github.domojvm.rest.model.Policy;
import io.github.domojvm.rest.model.PolicyType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The changes that give a DataSet the wanted policies. {@link #toString} describes them. Immutable and thread-safe.
 *
 * @param dataSetId the DataSet's id, a UUID
 * @param toCreate the wanted policies that do not exist
 * @param toChange the existing policies that differ from the wanted ones, before and after the change
 * @param toDelete the existing policies that are not wanted
 */
public record PolicyPlan(
        String dataSetId, List<CreatePolicyRequest> toCreate, List<PolicyChange> toChange, List<Policy> toDelete) {
    /**
     * Creates a plan. The lists are copied.
     *
     * @param dataSetId the DataSet's id
     * @param toCreate the policies to be created
     * @param toChange the policies to be changed
     * @param toDelete the policies to be deleted
     */
    public PolicyPlan {
        Args.notBlank("dataSetId", dataSetId);
        toCreate = Args.listOf("toCreate", toCreate);
        toChange = Args.listOf("toChange", toChange);
        toDelete = Args.listOf("toDelete", toDelete);
    }

    static PolicyPlan between(String dataSetId, List<Policy> present, Collection<CreatePolicyRequest> wanted) {
        Map<String, Policy> existing = byName(
                present.stream()
                        .filter(policy -> policy.type() != PolicyType.OPEN)
                        .toList(),
                PolicyPlan::name);
        Map<String, CreatePolicyRequest> goal = byName(wanted, CreatePolicyRequest::name);
        List<CreatePolicyRequest> toCreate = new ArrayList<>();
        List<PolicyChange> toChange = new ArrayList<>();
        goal.forEach((name, request) -> {
            PolicyLength.check(name, Objects.requireNonNullElse(request.filters(), List.of()));
            Policy policy = existing.remove(name);
            if (policy == null) {
                toCreate.add(request);
                return;
            }
            PolicyChange change = new PolicyChange(policy, changed(policy, request));
            if (!change.isNone()) {
                toChange.add(change);
            }
        });
        return new PolicyPlan(dataSetId, toCreate, toChange, List.copyOf(existing.values()));
    }

    /**
     * Returns whether the plan has no changes.
     *
     * @return true if the DataSet already has the wanted policies
     */
    public boolean isEmpty() {
        return toCreate.isEmpty() && toChange.isEmpty() && toDelete.isEmpty();
    }

    /**
     * Returns the plan as text, with one line for each policy.
     *
     * @return lines that start with {@code +} for a new policy, {@code ~} for a changed policy, followed by the change,
     *     and {@code -} for a deleted policy; {@code nothing to do} if there are no changes
     */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        toCreate.forEach(request -> lines.add("+ " + request.name()));
        toChange.forEach(change -> lines.add("~ " + change));
        toDelete.forEach(policy -> lines.add("- " + name(policy)));
        return lines.isEmpty() ? "nothing to do" : String.join("\n", lines);
    }

    private static Policy changed(Policy policy, CreatePolicyRequest request) {
        return policy.toBuilder()
                .filters(Objects.requireNonNullElse(request.filters(), List.of()))
                .users(Objects.requireNonNullElse(request.users(), List.of()))
                .virtualUsers(Objects.requireNonNullElse(request.virtualUsers(), List.of()))
                .groups(Objects.requireNonNullElse(request.groups(), List.of()))
                .build();
    }

    /** Returns the name of a policy that has changed since the plan was created. */
    Optional<String> outdated(List<Policy> present) {
        Set<String> names = present.stream().map(PolicyPlan::name).collect(Collectors.toSet());
        return Stream.of(
                        toCreate.stream().map(CreatePolicyRequest::name).filter(names::contains),
                        toChange.stream()
                                .map(PolicyChange::before)
                                .filter(policy -> !present.contains(policy))
                                .map(PolicyPlan::name),
                        toDelete.stream()
                                .filter(policy -> !present.contains(policy))
                                .map(PolicyPlan::name))
                .flatMap(Function.identity())
                .findFirst();
    }

    private static @Nullable String name(Policy policy) {
        return Members.orNull(policy, Policy::name);
    }

    private static <T> Map<String, T> byName(Collection<T> policies, Function<T, @Nullable String> name) {
        Map<String, T> named = new LinkedHashMap<>();
        for (T policy : policies) {
            String key = Objects.requireNonNullElse(name.apply(policy), "");
            if (named.put(key, policy) != null) {
                throw new IllegalArgumentException(
                        "Two policies are named '" + key + "' and cannot be distinguished. Rename one of them.");
            }
        }
        return named;
    }
}
