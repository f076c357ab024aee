package io.github.domojvm.pdp;

import io.github.domojvm.internal.Args;
import io.github.domojvm.rest.model.CreatePolicyRequest;
import io.github.domojvm.rest.model.FilterOperator;
import io.github.domojvm.rest.model.PolicyFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks and splits the filter values of policies. All filter values of one policy, with a delimiter each, must have
 * fewer than 255 characters (Domo docs, PDP).
 */
public final class PolicyLength {
    /** The maximum number of characters. */
    public static final int MAX_CHARACTERS = 254;

    /** The operators whose values are alternatives, so that they can be divided among several policies. */
    private static final Set<FilterOperator> ALTERNATIVES = Set.of(
            FilterOperator.EQUALS,
            FilterOperator.LIKE,
            FilterOperator.BEGINS_WITH,
            FilterOperator.ENDS_WITH,
            FilterOperator.CONTAINS);

    private PolicyLength() {}

    /**
     * Returns the number of characters of all values, with a delimiter each.
     *
     * @param filters the filters of one policy
     * @return the number of characters
     */
    public static int of(List<PolicyFilter> filters) {
        return Args.listOf("filters", filters).stream()
                .mapToInt(PolicyLength::of)
                .sum();
    }

    /**
     * Splits a policy that is too long. The values of its longest filter are divided among several policies, which are
     * otherwise identical. Together the policies allow the same rows if a user sees the rows of each of their policies.
     * That is an assumption, since Domo does not document it: check what the affected users see before relying on it.
     *
     * @param policy the policy
     * @return the policy itself if it is short enough; otherwise several policies with numbered names
     * @throws IllegalArgumentException if no filter can be split: splitting a filter with {@code not} or a comparison
     *     would allow more rows than before, and a single value may be too long
     */
    public static List<CreatePolicyRequest> split(CreatePolicyRequest policy) {
        List<PolicyFilter> filters =
                Objects.requireNonNullElse(Args.notNull("policy", policy).filters(), List.of());
        if (of(filters) <= MAX_CHARACTERS) {
            return List.of(policy);
        }
        PolicyFilter longest = filters.stream()
                .filter(filter -> ALTERNATIVES.contains(filter.operator()) && !Boolean.TRUE.equals(filter.not()))
                .max(Comparator.comparingInt(PolicyLength::of))
                .orElseThrow(() -> tooLong(policy.name(), filters, "none of its filters can be split"));
        List<PolicyFilter> others = new ArrayList<>(filters);
        others.remove(longest);
        List<List<String>> shares = shares(policy, filters, longest, MAX_CHARACTERS - of(others));
        List<CreatePolicyRequest> parts = new ArrayList<>();
        for (List<String> values : shares) {
            List<PolicyFilter> all = new ArrayList<>(filters);
            all.set(filters.indexOf(longest), longest.toBuilder().values(values).build());
            parts.add(policy.toBuilder()
                    .name(policy.name() + " (" + (parts.size() + 1) + " of " + shares.size() + ")")
                    .filters(all)
                    .build());
        }
        return List.copyOf(parts);
    }

    static void check(@Nullable String name, List<PolicyFilter> filters) {
        if (of(filters) > MAX_CHARACTERS) {
            throw tooLong(name, filters, "split the policy with PolicyLength.split");
        }
    }

    private static List<List<String>> shares(
            CreatePolicyRequest policy, List<PolicyFilter> filters, PolicyFilter longest, int room) {
        List<List<String>> shares = new ArrayList<>();
        int used = room + 1;
        for (String value : values(longest)) {
            int length = value.length() + 1;
            if (length > room) {
                throw tooLong(policy.name(), filters, "a single value of '" + longest.column() + "' is too long");
            }
            if (used + length > room) {
                shares.add(new ArrayList<>());
                used = 0;
            }
            shares.get(shares.size() - 1).add(value);
            used += length;
        }
        return shares;
    }

    private static int of(PolicyFilter filter) {
        return values(filter).stream().mapToInt(value -> value.length() + 1).sum();
    }

    private static List<String> values(PolicyFilter filter) {
        return Objects.requireNonNullElse(filter.values(), List.of());
    }

    private static IllegalArgumentException tooLong(@Nullable String name, List<PolicyFilter> filters, String advice) {
        return new IllegalArgumentException("The filter values of the policy '" + name + "' have " + of(filters)
                + " characters including delimiters, but Domo accepts at most " + MAX_CHARACTERS + ": " + advice + ".");
    }
}
