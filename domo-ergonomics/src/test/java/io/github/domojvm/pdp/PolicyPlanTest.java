package io.github.domojvm.pdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.domojvm.dataset.DataSets;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import io.github.domojvm.rest.model.CreatePolicyRequest;
import io.github.domojvm.rest.model.Policy;
import io.github.domojvm.rest.model.PolicyFilter;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PolicyPlanTest {
    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    @AutoClose
    private final TestDomo domo = new TestDomo(sandbox, new FakeTiming());

    private final Policies policies = domo.facade(Policies.class);
    private final String dataSet = domo.facade(DataSets.class)
            .create(
                    "Tides",
                    SchemaBuilder.builder()
                            .stringColumn("harbour")
                            .stringColumn("pier")
                            .build())
            .id();

    @Test
    void appliesAPlanAndThenPlansNoChanges() {
        policies.create(dataSet, policy("stays", "Leith"));
        policies.create(dataSet, policy("changes", "Leith"));
        policies.create(dataSet, policy("goes", "Leith"));
        List<CreatePolicyRequest> desired =
                List.of(policy("stays", "Leith"), policy("changes", "Granton"), policy("comes", "Leith"));

        PolicyPlan plan = policies.plan(dataSet, desired);

        assertThat(plan).hasToString("""
                        + comes
                        ~ changes: filters [harbour EQUALS [Leith]] -> [harbour EQUALS [Granton]]
                        - goes""");
        assertThat(policies.list(dataSet))
                .extracting(Policy::name)
                .contains("goes")
                .doesNotContain("comes");
        policies.apply(plan);
        assertThat(policies.list(dataSet))
                .extracting(Policy::name)
                .containsExactlyInAnyOrder("All Rows", "stays", "changes", "comes");
        assertThat(policies.plan(dataSet, desired)).hasToString("nothing to do");
        assertThat(policies.plan(dataSet, desired).isEmpty()).isTrue();
    }

    @Test
    void orderOfFiltersAndValuesIsNotAChange() {
        CreatePolicyRequest policy = CreatePolicyRequest.builder()
                .name("both")
                .filters(List.of(
                        PolicyFilters.column("harbour").equalTo("Leith", "Granton"),
                        PolicyFilters.column("pier").not().equalTo("east")))
                .build();
        policies.create(dataSet, policy);
        CreatePolicyRequest reordered = policy.toBuilder()
                .filters(List.of(
                        PolicyFilters.column("pier").not().equalTo("east"),
                        PolicyFilters.column("harbour").equalTo("Granton", "Leith")))
                .build();

        assertThat(policies.plan(dataSet, List.of(reordered)).isEmpty()).isTrue();
        assertThat(policies.plan(
                        dataSet,
                        List.of(policy.toBuilder().users(List.of(730_114L)).build())))
                .hasToString("~ both: users [] -> [730114]");
    }

    @Test
    void rejectsAnOutdatedPlan() {
        Policy changes = policies.create(dataSet, policy("changes", "Leith"));
        PolicyPlan plan = policies.plan(dataSet, List.of(policy("changes", "Granton"), policy("comes", "Leith")));
        policies.update(dataSet, changes.id(), change -> change.users(List.of(730_114L)));

        assertThatExceptionOfType(DomoDataException.class)
                .isThrownBy(() -> policies.apply(plan))
                .withMessageContaining("'changes'")
                .withMessageContaining("Nothing was changed");
        assertThat(policies.get(dataSet, changes.id()).users()).containsExactly(730_114L);
        assertThat(policies.list(dataSet)).extracting(Policy::name).doesNotContain("comes");
    }

    @Test
    void rejectsTwoPoliciesWithTheSameName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policies.plan(dataSet, List.of(policy("x", "a"), policy("x", "b"))))
                .withMessageContaining("'x'");
    }

    @Test
    void rejectsAPolicyThatIsTooLongBeforeSending() {
        int before = sandbox.requests().size();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> policies.create(dataSet, policy("long", "x".repeat(254))))
                .withMessageContaining("255 characters")
                .withMessageContaining("PolicyLength.split");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policies.plan(dataSet, List.of(policy("long", "x".repeat(254)))));

        // Planning only reads the existing policies.
        assertThat(sandbox.requests().subList(before, sandbox.requests().size()))
                .noneMatch(request ->
                        request.method().equals("POST") && request.path().endsWith("/policies"));
    }

    @Test
    void splitsALongPolicyIntoEquivalentPolicies() {
        Random random = new Random(255);
        List<String> values = IntStream.range(0, 300)
                .mapToObj(i -> "v" + i + "x".repeat(random.nextInt(40)))
                .toList();
        PolicyFilter pier = PolicyFilters.column("pier").not().equalTo("east", "west");
        CreatePolicyRequest policy = CreatePolicyRequest.builder()
                .name("many")
                .users(List.of(730_114L))
                .filters(List.of(pier, PolicyFilters.column("harbour").equalTo(values.toArray(String[]::new))))
                .build();

        List<CreatePolicyRequest> parts = PolicyLength.split(policy);

        assertThat(parts).hasSizeGreaterThan(10).allSatisfy(part -> {
            assertThat(PolicyLength.of(part.filters())).isLessThanOrEqualTo(PolicyLength.MAX_CHARACTERS);
            assertThat(part.filters().get(0)).isEqualTo(pier);
            assertThat(part.users()).containsExactly(730_114L);
        });
        assertThat(parts.stream().flatMap(part -> part.filters().get(1).values().stream()))
                .containsExactlyElementsOf(values);
        assertThat(new TreeSet<>(parts.stream().map(CreatePolicyRequest::name).toList()))
                .hasSameSizeAs(parts);
        parts.forEach(part -> assertThat(policies.create(dataSet, part).id()).isPositive());
    }

    @Test
    void doesNotSplitAShortPolicy() {
        CreatePolicyRequest policy = policy("short", "Leith");

        assertThat(PolicyLength.split(policy)).containsExactly(policy);
    }

    @Test
    void rejectsASplitThatWouldGrantMoreRows() {
        String[] many = IntStream.range(0, 100).mapToObj(i -> "value" + i).toArray(String[]::new);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyLength.split(
                        policy("not", PolicyFilters.column("harbour").not().equalTo(many))))
                .withMessageContaining("none of its filters can be split");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyLength.split(policy("one", "x".repeat(300))))
                .withMessageContaining("a single value of 'harbour' is too long");
    }

    private static CreatePolicyRequest policy(String name, String harbour) {
        return policy(name, PolicyFilters.column("harbour").equalTo(harbour));
    }

    private static CreatePolicyRequest policy(String name, PolicyFilter filter) {
        return CreatePolicyRequest.builder().name(name).filters(List.of(filter)).build();
    }
}
