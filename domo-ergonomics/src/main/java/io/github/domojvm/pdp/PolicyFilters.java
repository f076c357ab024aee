package io.github.domojvm.pdp;

import io.github.domojvm.internal.Args;
import io.github.domojvm.rest.model.FilterOperator;
import io.github.domojvm.rest.model.PolicyFilter;
import java.util.List;

/**
 * Says a condition of a policy on one column.
 *
 * <pre>{@code
 * PolicyFilters.column("Region").equalTo("West", "East")
 * PolicyFilters.column("Revenue").not().between("100", "200")
 * }</pre>
 *
 * <p>The ten operators are those of Domo's SDKs (domo-java-sdk, domo-python-sdk). Several values are alternatives, as
 * is assumed: a row needs to meet one of them; turned round by {@link #not()}, none of them. Values are text, as the
 * service compares them.
 *
 * <p>Immutable.
 */
public final class PolicyFilters {
    private final String column;
    private final boolean negated;

    private PolicyFilters(String column, boolean negated) {
        this.column = column;
        this.negated = negated;
    }

    /**
     * Begins a condition.
     *
     * @param name the column's name, with upper and lower case as the schema has it
     * @return what the condition can be
     * @throws IllegalArgumentException when the name is blank
     */
    public static PolicyFilters column(String name) {
        return new PolicyFilters(Args.notBlank("name", name), false);
    }

    /**
     * Turns the condition round.
     *
     * @return the opposite of what follows
     */
    public PolicyFilters not() {
        return new PolicyFilters(column, !negated);
    }

    /**
     * The value is one of these.
     *
     * @param values one or more
     * @return the condition
     */
    public PolicyFilter equalTo(String... values) {
        return filter(FilterOperator.EQUALS, Args.listOf("values", values));
    }

    /**
     * The value is like one of these patterns, with {@code %} for any text.
     *
     * @param patterns one or more
     * @return the condition
     */
    public PolicyFilter like(String... patterns) {
        return filter(FilterOperator.LIKE, Args.listOf("patterns", patterns));
    }

    /**
     * The value is greater.
     *
     * @param value the bound, not included
     * @return the condition
     */
    public PolicyFilter greaterThan(String value) {
        return filter(FilterOperator.GREATER_THAN, List.of(Args.notNull("value", value)));
    }

    /**
     * The value is less.
     *
     * @param value the bound, not included
     * @return the condition
     */
    public PolicyFilter lessThan(String value) {
        return filter(FilterOperator.LESS_THAN, List.of(Args.notNull("value", value)));
    }

    /**
     * The value is greater or the same.
     *
     * @param value the bound, included
     * @return the condition
     */
    public PolicyFilter greaterThanEqual(String value) {
        return filter(FilterOperator.GREATER_THAN_EQUAL, List.of(Args.notNull("value", value)));
    }

    /**
     * The value is less or the same.
     *
     * @param value the bound, included
     * @return the condition
     */
    public PolicyFilter lessThanEqual(String value) {
        return filter(FilterOperator.LESS_THAN_EQUAL, List.of(Args.notNull("value", value)));
    }

    /**
     * The value lies between two others.
     *
     * @param from the lower bound
     * @param to the upper bound
     * @return the condition
     */
    public PolicyFilter between(String from, String to) {
        return filter(FilterOperator.BETWEEN, List.of(Args.notNull("from", from), Args.notNull("to", to)));
    }

    /**
     * The value begins with one of these.
     *
     * @param values one or more
     * @return the condition
     */
    public PolicyFilter beginsWith(String... values) {
        return filter(FilterOperator.BEGINS_WITH, Args.listOf("values", values));
    }

    /**
     * The value ends with one of these.
     *
     * @param values one or more
     * @return the condition
     */
    public PolicyFilter endsWith(String... values) {
        return filter(FilterOperator.ENDS_WITH, Args.listOf("values", values));
    }

    /**
     * The value contains one of these.
     *
     * @param values one or more
     * @return the condition
     */
    public PolicyFilter contains(String... values) {
        return filter(FilterOperator.CONTAINS, Args.listOf("values", values));
    }

    private PolicyFilter filter(FilterOperator operator, List<String> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("The filter on '" + column + "' has no value; it would match nothing");
        }
        return PolicyFilter.builder()
                .column(column)
                .operator(operator)
                .values(values)
                .not(negated)
                .build();
    }
}
