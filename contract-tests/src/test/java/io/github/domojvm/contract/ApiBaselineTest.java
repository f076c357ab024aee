package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.rest.DomoRest;
import io.github.domojvm.sandbox.DomoSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Compares the API with the released one in {@code baseline}. The test prints every change and fails for a breaking
 * change that the changelog does not declare. {@code -Dbaseline=accept} stores the current Java API as the released
 * one.
 */
class ApiBaselineTest {
    private static final Path BASELINE = Folders.MODULE.resolveSibling("baseline");
    /** The published modules, each with one of its classes. */
    private static final Map<String, Class<?>> MODULES = new TreeMap<>(Map.of(
            "domo-generated-client", DomoRest.class,
            "domo-ergonomics", DomoClient.class,
            "domo-sandbox", DomoSandbox.class));

    /** The number of report lines that the build prints: enough for a change, but not for a release. */
    private static final int SHOWN = 100;

    private static final Path REPORT = Folders.TARGET.resolve("api-changes.txt");

    @Test
    void everyBreakingChangeIsDeclaredInTheChangelog() throws IOException {
        Changelog changelog = Changelog.read(Folders.MODULE.resolveSibling("CHANGELOG.md"));
        Path spec = BASELINE.resolve("domo.openapi.yaml");
        ApiFacts http = HttpFacts.of(Folders.spec().resolve("domo.openapi.yaml"));
        Map<String, ApiChanges> changes = new LinkedHashMap<>();
        changes.put("HTTP API", ApiChanges.between(HttpFacts.of(spec), http));
        for (Map.Entry<String, Class<?>> module : MODULES.entrySet()) {
            ApiFacts java = JavaFacts.ofModuleOf(module.getValue());
            Path released = BASELINE.resolve(module.getKey() + ".api.txt");
            if ("accept".equals(System.getProperty("baseline"))) {
                java.write(released);
            }
            changes.put("Java API of " + module.getKey(), ApiChanges.between(ApiFacts.read(released), java));
        }

        show(changes);
        String failures = changes.values().stream()
                .map(change -> change.failures(changelog))
                .collect(Collectors.joining());
        assertThat(failures).withFailMessage(() -> "\n" + failures).isEmpty();
    }

    private static void show(Map<String, ApiChanges> changes) throws IOException {
        List<String> lines = new ArrayList<>();
        changes.forEach(
                (title, change) -> lines.addAll(change.report(title).lines().toList()));
        Files.createDirectories(Folders.TARGET);
        Files.write(REPORT, lines);
        lines.stream().limit(SHOWN).forEach(System.out::println);
        if (lines.size() > SHOWN) {
            System.out.println((lines.size() - SHOWN) + " more lines in contract-tests/target/" + REPORT.getFileName());
        }
    }
}
