package io.github.domojvm.pdp;

import io.github.domojvm.internal.Members;
import io.github.domojvm.rest.model.FilterOperator;
import io.github.domojvm.rest.model.Policy;
import io.github.domojvm.rest.model.PolicyFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A planned change of a policy. {@link #toString} describes the change.
 *
 * @param before the policy before the change
 * @param after the policy after the change
 */
public record PolicyChange(Policy before, Policy after) {
    /** Returns whether both are equal. The order of filters, of users and groups, and of alternatives is ignored. */
    boolean isNone() {
        return differences().isEmpty();
    }

    /**
     * Returns a description of the change.
     *
     * @return the description, such as {@code Apples: filters [Fruit EQUALS [Apples]] -> [Fruit EQUALS [Pears]]; users
     *     [1] -> [1, 2]}
     */
    @Override
    public String toString() {
        return Members.orNull(after, Policy::name) + ": " + String.join("; ", differences());
    }

    private List<String> differences() {
        List<String> differences = new ArrayList<>();
        compare("filters", conditions(before.filters()), conditions(after.filters()), differences);
        compare("users", set(before.users()), set(after.users()), differences);
        compare("virtual users", set(before.virtualUsers()), set(after.virtualUsers()), differences);
        compare("groups", set(before.groups()), set(after.groups()), differences);
        return differences;
    }

    private static void compare(String member, Set<?> before, Set<?> after, List<String> differences) {
        if (!before.equals(after)) {
            differences.add(member + " " + before + " -> " + after);
        }
    }

    private static Set<String> conditions(@Nullable List<PolicyFilter> filters) {
        return filters == null
                ? Set.of()
                : filters.stream().map(PolicyChange::condition).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A missing {@code not} means false. */
    private static String condition(PolicyFilter filter) {
        List<String> values = filter.values() == null ? List.of() : filter.values();
        boolean ordered = filter.operator() == FilterOperator.BETWEEN;
        return filter.column() + (Boolean.TRUE.equals(filter.not()) ? " NOT " : " ") + filter.operator() + " "
                + (ordered ? values : values.stream().sorted().toList());
    }

    private static <T extends Comparable<T>> Set<T> set(@Nullable List<T> list) {
        return list == null ? Set.of() : new TreeSet<>(list);
    }
}
