package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares the published description, which is one file, with the files that it is built from. */
class BundleTest {
    private static final Path BUNDLE =
            Folders.MODULE.resolveSibling("generated-client").resolve("target/openapi/domo.openapi.yaml");

    @Test
    void theBundleDiffersFromTheDescriptionOnlyInTheEnumsOfResponses() {
        Map<String, String> bundle = HttpFacts.of(BUNDLE).all();
        Map<String, String> description =
                HttpFacts.of(Folders.spec().resolve("domo.openapi.yaml")).all();

        assertThat(bundle).hasSizeGreaterThan(1000);
        assertThat(changed(description, bundle))
                .contains("ExecutionState")
                .allSatisfy(schema -> assertThat(bundle).containsEntry(schema, "string"))
                .allSatisfy(schema -> assertThat(description).containsEntry(schema, "constants"));
    }

    private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        Set<Map.Entry<String, String>> differences = new HashSet<>(before.entrySet());
        differences.addAll(after.entrySet());
        differences.removeIf(
                fact -> before.entrySet().contains(fact) && after.entrySet().contains(fact));
        return differences.stream()
                .map(fact -> fact.getValue().equals("constant") ? ApiFacts.owner(fact.getKey()) : fact.getKey())
                .collect(Collectors.toSet());
    }
}
