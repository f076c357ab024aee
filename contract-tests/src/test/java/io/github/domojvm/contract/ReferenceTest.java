package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.domojvm.DomoClient;
import io.github.domojvm.contract.FacadeMethods.FacadeMethod;
import io.github.domojvm.contract.ReferencePage.Entry;
import io.github.domojvm.contract.Spec.Operation;
import io.github.domojvm.rest.DomoRest;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final Path PAGE = Folders.TARGET.resolve("reference").resolve("index.html");
    private static final Pattern EXTERNAL_SCRIPT = Pattern.compile("<script[^>]+src=");
    private static final List<Operation> OPERATIONS = Spec.read().operations();

    private static ReferencePage page;

    @BeforeAll
    static void build() throws Exception {
        Command.Outcome outcome = Tools.reference(PAGE);

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        page = ReferencePage.read(PAGE);
    }

    @Test
    void thePageIsOneFileWithoutExternalScripts() {
        // The page is too large for the message of a failed assertion.
        String html = page.html();
        String head = html.substring(0, html.indexOf("<style data-styled"));
        assertThat(head)
                .contains("content=\"default-src 'none'; script-src 'unsafe-inline';")
                .doesNotContain("modulepreload");
        assertThat(EXTERNAL_SCRIPT.matcher(html).results().map(found -> found.group()))
                .as("scripts loaded from other servers")
                .isEmpty();
    }

    @Test
    void everyOperationShowsItsIdAndSamplesForBothJavaCallsAndCurl() {
        assertThat(page.operations())
                .containsOnlyKeys(OPERATIONS.stream().map(Operation::id).toArray(String[]::new))
                .allSatisfy((id, entry) -> {
                    assertThat(entry.description()).startsWith("operationId: `" + id + "`\n\n");
                    assertThat(entry.samples().keySet())
                            .as(id)
                            .containsExactly(ReferencePage.FACADE, ReferencePage.REST, ReferencePage.CURL);
                });
    }

    @Test
    void everyFacadeSampleCallsTheMethodOfItsOperation() {
        for (FacadeMethod method : FacadeMethods.ALL) {
            String accessor = accessor(DomoClient.class, method.facade()::equals);
            assertThat(withoutLineBreaks(sample(method.operationId(), ReferencePage.FACADE)))
                    .as("%s", method)
                    .contains("domo." + accessor + "()." + method.name() + "(");
        }
    }

    @Test
    void everyRestSampleCallsTheGeneratedMethodOfItsOperation() {
        for (Operation operation : OPERATIONS) {
            String accessor = accessor(
                    DomoRest.class,
                    type -> Arrays.stream(type.getMethods())
                            .anyMatch(method -> method.getName().equals(operation.id())));
            assertThat(withoutLineBreaks(sample(operation.id(), ReferencePage.REST)))
                    .as(operation.id())
                    .contains("." + accessor + "()." + operation.id() + "(");
        }
    }

    @Test
    void everyCurlSampleHasMethodPathAndScope() {
        for (Operation operation : OPERATIONS) {
            String url = Pattern.quote("https://api.domo.com")
                    + operation.path().replaceAll("\\{\\w+}", "[^/{}?]+")
                    + "(\\?[^']+)?";
            assertThat(sample(operation.id(), ReferencePage.CURL))
                    .as(operation.id())
                    .containsPattern("curl -X " + operation.method() + " '" + url + "'")
                    .satisfies(curl -> assertThat(curl.contains("requires the scope " + operation.scope() + "."))
                            .isEqualTo(!operation.scope().equals("none")));
        }
    }

    @Test
    void operationsAreInTheOrderOfTheirUse() {
        assertThat(idsOf("Streams"))
                .containsExactly(
                        "createStream",
                        "listStreams",
                        "searchStreams",
                        "getStream",
                        "updateStream",
                        "deleteStream",
                        "createExecution",
                        "listExecutions",
                        "uploadPart",
                        "commitExecution",
                        "getExecution",
                        "abortExecution",
                        "abortCurrentExecution");
        assertThat(idsOf("Users")).startsWith("createUser", "listUsers").endsWith("deleteUser");
    }

    @Test
    void theDescriptionCanBeDownloadedFromThePage() throws Exception {
        JsonNode description = new ObjectMapper(new YAMLFactory()).readTree(page.description());

        assertThat(description.get("openapi").asText()).startsWith("3.0.");
        assertThat(description.get("paths").size()).isGreaterThan(50);
        assertThat(page.description()).doesNotContain("x-codeSamples", "operationId: `");
        assertThat(page.html().contains("[domo.openapi.yaml](domo.openapi.yaml)"))
                .as("link")
                .isTrue();
    }

    private static String sample(String operationId, String label) {
        return page.operations().get(operationId).samples().get(label);
    }

    private static List<String> idsOf(String tag) {
        return page.operations().entrySet().stream()
                .filter(entry -> entry.getValue().tag().equals(tag))
                .map(Map.Entry<String, Entry>::getKey)
                .toList();
    }

    private static String accessor(Class<?> from, Predicate<Class<?>> returning) {
        return Arrays.stream(from.getMethods())
                .filter(method -> method.getParameterCount() == 0 && returning.test(method.getReturnType()))
                .map(Method::getName)
                .findFirst()
                .orElseThrow();
    }

    private static String withoutLineBreaks(String code) {
        return code.replaceAll("\\s*\\n\\s*", "");
    }
}
