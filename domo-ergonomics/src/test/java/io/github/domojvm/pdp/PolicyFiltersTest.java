package io.github.domojvm.pdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.domojvm.rest.model.FilterOperator;
import io.github.domojvm.rest.model.PolicyFilter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyFiltersTest {
    private static Arguments row(
            Function<PolicyFilters, PolicyFilter> call, FilterOperator operator, String... values) {
        return Arguments.of(operator, call, List.of(values));
    }

    static Stream<Arguments> operators() {
        return Stream.of(
                row(on -> on.equalTo("a", "b"), FilterOperator.EQUALS, "a", "b"),
                row(on -> on.like("a%"), FilterOperator.LIKE, "a%"),
                row(on -> on.greaterThan("1"), FilterOperator.GREATER_THAN, "1"),
                row(on -> on.lessThan("1"), FilterOperator.LESS_THAN, "1"),
                row(on -> on.greaterThanEqual("1"), FilterOperator.GREATER_THAN_EQUAL, "1"),
                row(on -> on.lessThanEqual("1"), FilterOperator.LESS_THAN_EQUAL, "1"),
                row(on -> on.between("1", "2"), FilterOperator.BETWEEN, "1", "2"),
                row(on -> on.beginsWith("a"), FilterOperator.BEGINS_WITH, "a"),
                row(on -> on.endsWith("a"), FilterOperator.ENDS_WITH, "a"),
                row(on -> on.contains("a"), FilterOperator.CONTAINS, "a"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operators")
    void createsEachOperatorAndItsNegation(
            FilterOperator operator, Function<PolicyFilters, PolicyFilter> call, List<String> values) {
        PolicyFilter filter = call.apply(PolicyFilters.column("Region"));
        PolicyFilter negated = call.apply(PolicyFilters.column("Region").not());

        assertThat(filter)
                .isEqualTo(PolicyFilter.builder()
                        .column("Region")
                        .operator(operator)
                        .values(values)
                        .not(false)
                        .build());
        assertThat(negated).isEqualTo(filter.toBuilder().not(true).build());
        assertThat(call.apply(PolicyFilters.column("Region").not().not())).isEqualTo(filter);
    }

    @Test
    void coversEveryOperator() {
        assertThat(operators().map(row -> row.get()[0]))
                .containsExactlyInAnyOrder(Stream.of(FilterOperator.values())
                        .filter(operator -> operator != FilterOperator.UNKNOWN)
                        .toArray());
    }

    @Test
    void rejectsABlankColumnAndAFilterWithoutAValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> PolicyFilters.column(" "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyFilters.column("Region").equalTo())
                .withMessageContaining("Region");
    }
}
