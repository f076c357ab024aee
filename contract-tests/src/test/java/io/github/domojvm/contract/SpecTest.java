package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.domojvm.contract.Spec.ErrorResponse;
import io.github.domojvm.contract.Spec.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecTest {
    private final Spec spec = Spec.read();

    @Test
    void containsEveryOperationOnce() {
        assertThat(spec.operations())
                .extracting(Operation::id)
                .doesNotHaveDuplicates()
                .contains("createAccessToken", "exportData", "searchStreams", "uploadPart", "abortCurrentExecution");
    }

    @Test
    void everySuccessExampleConformsToItsSchema() {
        assertThat(spec.operations())
                .allSatisfy(operation -> assertThat(operation.successes())
                        .filteredOn(success -> !success.body().isMissingNode())
                        .allSatisfy(success -> assertThat(spec.violations(operation, success.status(), success.body()))
                                .as(operation.id())
                                .isEmpty()));
    }

    @Test
    void findsAbsentMembersThatAreMarkedAsAlwaysPresent() {
        JsonNode withoutMembers = JsonNodeFactory.instance.arrayNode().add(JsonNodeFactory.instance.objectNode());

        assertThat(spec.absent(spec.operation("GET", "/v1/groups"), 200, withoutMembers))
                .hasSize(2);
    }

    @Test
    void findsMembersThatAreNotDeclaredOrHaveAnotherType() throws Exception {
        JsonNode groups = new ObjectMapper().readTree("""
                [{"id":7,"name":"Pilots","memberCount":"two","color":"red"},{"id":8,"name":"Crew","memberCount":"none"}]""");

        assertThat(spec.violations(spec.operation("GET", "/v1/groups"), 200, groups))
                .containsExactly(
                        "response.body.memberCount: is declared as integer but is STRING",
                        "response.body.color: is not declared");
    }

    @Test
    void aLiteralPathSegmentTakesPrecedenceOverAnId() {
        assertThat(spec.operation("GET", "/v1/streams/search").id()).isEqualTo("searchStreams");
        assertThat(spec.operation("GET", "/v1/streams/42").id()).isEqualTo("getStream");
        assertThat(spec.operation("PUT", "/v1/streams/42/executions/abort").id())
                .isEqualTo("abortCurrentExecution");
        assertThat(spec.operation("PUT", "/v1/streams/42/executions/3/abort").id())
                .isEqualTo("abortExecution");
        assertThatIllegalArgumentException().isThrownBy(() -> spec.operation("POST", "/v1/streams/42"));
    }

    @Test
    void containsEveryErrorResponseWithItsExamples() {
        List<ErrorResponse> errors =
                spec.operation("GET", "/v1/datasets/x/data").errors();

        assertThat(errors)
                .extracting(ErrorResponse::prefer)
                .containsExactly(
                        "code=400",
                        "code=401",
                        "code=403, example=missingToken",
                        "code=403, example=insufficientScope",
                        "code=404",
                        "code=406",
                        "code=429",
                        "code=500");
        assertThat(errors)
                .filteredOn(error -> !error.json())
                .extracting(ErrorResponse::status)
                .containsExactly(406);
    }

    @Test
    void everyTraceIdIdentifiesOneResponse() {
        List<ErrorResponse> errors = spec.operations().stream()
                .flatMap(operation -> operation.errors().stream())
                .filter(error -> error.body().has("toe"))
                .distinct()
                .toList();

        assertThat(errors).hasSizeGreaterThan(10);
        assertThat(errors).extracting(error -> error.body().get("toe").asText()).doesNotHaveDuplicates();
    }
}
