package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.domojvm.contract.Spec.Operation;
import io.github.domojvm.contract.Spec.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecTest {
    private final Spec spec = Spec.read();

    @Test
    void knowsEveryOperationOnce() {
        assertThat(spec.operations())
                .extracting(Operation::id)
                .doesNotHaveDuplicates()
                .contains("createAccessToken", "exportData", "searchStreams", "uploadPart", "abortCurrentExecution");
    }

    @Test
    void everyExampleOfASuccessHasTheMembersThatEveryResponseHas() {
        assertThat(spec.operations())
                .allSatisfy(operation -> assertThat(operation.successes())
                        .allSatisfy(success -> assertThat(spec.absent(operation, success.status(), success.body()))
                                .as(operation.id())
                                .isEmpty()));
        Operation listGroups = spec.operation("GET", "/v1/groups");
        JsonNode withoutMembers = JsonNodeFactory.instance.arrayNode().add(JsonNodeFactory.instance.objectNode());
        assertThat(spec.absent(listGroups, 200, withoutMembers)).hasSize(2);
    }

    @Test
    void aWordInThePathGoesBeforeAnId() {
        assertThat(spec.operation("GET", "/v1/streams/search").id()).isEqualTo("searchStreams");
        assertThat(spec.operation("GET", "/v1/streams/42").id()).isEqualTo("getStream");
        assertThat(spec.operation("PUT", "/v1/streams/42/executions/abort").id())
                .isEqualTo("abortCurrentExecution");
        assertThat(spec.operation("PUT", "/v1/streams/42/executions/3/abort").id())
                .isEqualTo("abortExecution");
        assertThatIllegalArgumentException().isThrownBy(() -> spec.operation("POST", "/v1/streams/42"));
    }

    @Test
    void tellsEveryRefusalWithItsExample() {
        List<Refusal> refusals = spec.operation("GET", "/v1/datasets/x/data").refusals();

        assertThat(refusals)
                .extracting(Refusal::prefer)
                .containsExactly(
                        "code=400",
                        "code=401",
                        "code=403, example=missingToken",
                        "code=403, example=insufficientScope",
                        "code=404",
                        "code=406",
                        "code=429",
                        "code=500");
        assertThat(refusals)
                .filteredOn(refusal -> !refusal.json())
                .extracting(Refusal::status)
                .containsExactly(406);
    }

    @Test
    void everyTraceIdTellsOneAnswer() {
        List<Refusal> refusals = spec.operations().stream()
                .flatMap(operation -> operation.refusals().stream())
                .filter(refusal -> refusal.body().has("toe"))
                .distinct()
                .toList();

        assertThat(refusals).hasSizeGreaterThan(10);
        assertThat(refusals)
                .extracting(refusal -> refusal.body().get("toe").asText())
                .doesNotHaveDuplicates();
    }
}
