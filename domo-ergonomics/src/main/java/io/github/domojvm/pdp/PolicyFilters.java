package io.github.domojvm.pdp;

import io.github.domojvm.internal.Args;
import io.github.domojvm.rest.model.FilterOperator;
import io.github.domojvm.rest.model.PolicyFilter;
import java.util.List;

/**
 * Builds a condition of a policy on one column.
 *
 * <pre>{@code
 * PolicyFilters.column("Region").equalTo("West", "East")
 * PolicyFilters.column("Revenue").not().between("100", "200")
 * }</pre>
 *
 * <p>The ten operators are those of Domo's SDKs (domo-java-sdk, domo-python-sdk). Several values are assumed to be
 * alternatives: a row must match one of them, or none of them after {@link #not()}. Values are text, as the service
 * compares them.
 *
 * <p>Immutable and thread-safe.
 */
public final class PolicyFilters {
    private final String column;
    private final boolean negated;

    private PolicyFilters(String column, boolean negated) {
        this.column = column;
        this.negated = negated;
    }

    /**
     * Returns a builder for a condition on a column.
     *
     * @param name the column's name; case-sensitive
     * @return the builder
     * @throws IllegalArgumentException if the name is blank
     */
    public static PolicyFilters column(String name) {
        return new PolicyFilters(Args.notBlank("name", name), false);
    }

    /**
     * Negates the condition that follows.
     *
     * @return a builder for the negated condition
     */
    public PolicyFilters not() {
        return new PolicyFilters(column, !negated);
    }

    /**
     * Creates a condition that the value is equal to one of the given values.
     *
     * @param values one or more
     * @return the condition
     */
    public PolicyFilter equalTo(String... values) {
        return filter(FilterOperator.EQUALS, Args.listOf("values", values));
    }

    /**
     * Creates a condition that the value matches one of the given patterns, in which {@code %} represents any text.
     *
     * @param patterns one or more
     * @return the condition
     */
    public PolicyFilter like(String... patterns) {
        return filter(FilterOperator.LIKE, Args.listOf("patterns", patterns));
    }

    /**
     * Creates a condition that the value is greater than the given value.
     *
     * @param value the exclusive bound
     * @return the condition
     */
    public PolicyFilter greaterThan(String value) {
        return filter(FilterOperator.GREATER_THAN, List.of(Args.notNull("value", value)));
    }

    /**
     * Creates a condition that the value is less than the given value.
     *
     * @param value the exclusive bound
     * @return the condition
     */
    public PolicyFilter lessThan(String value) {
        return filter(FilterOperator.LESS_THAN, List.of(Args.notNull("value", value)));
    }

    /**
     * Creates a condition that the value is greater than or equal to the given value.
     *
     * @param value the inclusive bound
     * @return the condition
     */
    public PolicyFilter greaterThanEqual(String value) {
        return filter(FilterOperator.GREATER_THAN_EQUAL, List.of(Args.notNull("value", value)));
    }

    /**
     * Creates a condition that the value is less than or equal to the given value.
     *
     * @param value the inclusive bound
     * @return the condition
     */
    public PolicyFilter lessThanEqual(String value) {
        return filter(FilterOperator.LESS_THAN_EQUAL, List.of(Args.notNull("value", value)));
    }

    /**
     * Creates a condition that the value is between two values.
     *
     * @param from the lower bound
     * @param to the upper bound
     * @return the condition
     */
    public PolicyFilter between(String from, String to) {
        return filter(FilterOperator.BETWEEN, List.of(Args.notNull("from", from), Args.notNull("to", to)));
    }

    /**
     * Creates a condition that the value begins with one of the given values.
     *
     * @param values one or more
     * @return the condition
     */
    public PolicyFilter beginsWith(String... values) {
        return filter(FilterOperator.BEGINS_WITH, Args.listOf("values", values));
    }

    /**
     * Creates a condition that the value ends with one of the given values.
     *
     * @param values one or more
     * @return the condition
     */
    public PolicyFilter endsWith(String... values) {
        return filter(FilterOperator.ENDS_WITH, Args.listOf("values", values));
    }

    /**
     * Creates a condition that the value contains one of the given values.
     *
     * @param values one or more
     * @return the condition
     */
    public PolicyFilter contains(String... values) {
        return filter(FilterOperator.CONTAINS, Args.listOf("values", values));
    }

    private PolicyFilter filter(FilterOperator operator, List<String> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(
                    "The filter on '" + column + "' has no value and would match nothing. Specify at least one value.");
        }
        return PolicyFilter.builder()
                .column(column)
                .operator(operator)
                .values(values)
                .not(negated)
                .build();
    }
}
