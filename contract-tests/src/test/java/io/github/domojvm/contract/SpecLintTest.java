package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecLintTest {
    @Test
    void theDescriptionHasNoViolationsAndItsExamplesMatchTheirSchemas() throws Exception {
        Command.Outcome outcome = Tools.lint(Folders.spec());

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("validated").doesNotContain("You have ");
    }

    @Test
    void eachCustomRuleReportsItsViolation(@TempDir Path folder) throws Exception {
        Path rules = Folders.spec().resolve("redocly.yaml");
        Files.copy(rules, folder.resolve("redocly.yaml"));
        Files.createDirectory(folder.resolve("lint"));
        Files.copy(Folders.spec().resolve("lint/domo.js"), folder.resolve("lint/domo.js"));
        Files.copy(
                Folders.MODULE.resolve("src/test/resources/broken.openapi.yaml"), folder.resolve("domo.openapi.yaml"));

        Command.Outcome outcome = Tools.lint(folder);

        assertThat(outcome.exitCode()).isOne();
        assertThat(customRules(rules))
                .hasSizeGreaterThan(10)
                .allSatisfy(rule -> assertThat(outcome.output()).contains(rule));
        assertThat(outcome.output()).contains("splits at its hyphen");
    }

    private static List<String> customRules(Path config) throws Exception {
        Map<?, ?> rules = new ObjectMapper(new YAMLFactory()).readValue(config.toFile(), Map.class);
        return ((Map<?, ?>) rules.get("rules"))
                .keySet().stream()
                        .map(Object::toString)
                        .filter(name -> name.contains("/"))
                        .toList();
    }
}
