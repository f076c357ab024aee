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
 * Holds the API against the one that was released, in {@code baseline}: shows every change, and lets none that breaks
 * programs pass unless the changelog declares it. {@code -Dbaseline=accept} makes the present API the released one.
 */
class ApiBaselineTest {
    private static final Path BASELINE = Folders.MODULE.resolveSibling("baseline");
    /** The published modules, and a class of each. */
    private static final Map<String, Class<?>> MODULES = new TreeMap<>(Map.of(
            "domo-generated-client", DomoRest.class,
            "domo-ergonomics", DomoClient.class,
            "domo-sandbox", DomoSandbox.class));

    /** Lines of the report that the build prints; a change fits, a release does not. */
    private static final int SHOWN = 100;

    private static final Path REPORT = Folders.TARGET.resolve("api-changes.txt");

    @Test
    void noBreakIsUndeclared() throws IOException {
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
        String demands = changes.values().stream()
                .map(change -> change.demands(changelog))
                .collect(Collectors.joining());
        assertThat(demands).withFailMessage(() -> "\n" + demands).isEmpty();
    }

    private static void show(Map<String, ApiChanges> changes) throws IOException {
        List<String> whole = new ArrayList<>();
        changes.forEach(
                (title, change) -> whole.addAll(change.report(title).lines().toList()));
        Files.createDirectories(Folders.TARGET);
        Files.write(REPORT, whole);
        whole.stream().limit(SHOWN).forEach(System.out::println);
        if (whole.size() > SHOWN) {
            System.out.println((whole.size() - SHOWN) + " more lines in contract-tests/target/" + REPORT.getFileName());
        }
    }
}
