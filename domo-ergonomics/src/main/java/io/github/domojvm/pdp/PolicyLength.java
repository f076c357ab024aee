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
 * The rule that all filter values of one policy, joined with a delimiter each, stay under 255 characters (Domo docs,
 * PDP).
 */
public final class PolicyLength {
    /** The longest that passes. */
    public static final int MAX_CHARACTERS = 254;

    /**
     * Operators whose values are alternatives, so that a policy for some of them and one for the others say the same.
     */
    private static final Set<FilterOperator> ALTERNATIVES = Set.of(
            FilterOperator.EQUALS,
            FilterOperator.LIKE,
            FilterOperator.BEGINS_WITH,
            FilterOperator.ENDS_WITH,
            FilterOperator.CONTAINS);

    private PolicyLength() {}

    /**
     * Counts the characters of all values, with a delimiter each.
     *
     * @param filters the filters of one policy
     * @return how many there are
     */
    public static int of(List<PolicyFilter> filters) {
        return Args.listOf("filters", filters).stream()
                .mapToInt(PolicyLength::of)
                .sum();
    }

    /**
     * Makes several policies of one that is too long. Its longest filter is spread over them; everything else is in
     * each. Together they let through the same rows, if users see what any of their policies lets them see. That is
     * assumed, since Domo does not document it: look at what the people concerned see before you rely on it.
     *
     * @param policy the policy
     * @return the policy itself when it is short enough, else several, their names numbered
     * @throws IllegalArgumentException when no filter can be spread: one with {@code not} or a comparison would let
     *     through more rows than before, and a single value may be too long by itself
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
                .orElseThrow(() -> tooLong(policy.name(), filters, "none of its filters can be spread over several"));
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
            throw tooLong(name, filters, "spread them over several policies with PolicyLength.split");
        }
    }

    private static List<List<String>> shares(
            CreatePolicyRequest policy, List<PolicyFilter> filters, PolicyFilter longest, int room) {
        List<List<String>> shares = new ArrayList<>();
        int used = room + 1;
        for (String value : values(longest)) {
            int length = value.length() + 1;
            if (length > room) {
                throw tooLong(policy.name(), filters, "a value of '" + longest.column() + "' has no room by itself");
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
                + " characters with their delimiters, and Domo takes " + MAX_CHARACTERS + " at most: " + advice);
    }
}
