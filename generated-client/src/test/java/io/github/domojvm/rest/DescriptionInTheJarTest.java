package io.github.domojvm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DescriptionInTheJarTest {
    private static final Pattern OTHER_FILE = Pattern.compile("\\$ref: *'?([^'#\\s]+\\.yaml)");

    @Test
    void jarContainsTheDescriptionAndEveryReferencedFile() throws IOException {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> left = new ArrayDeque<>(List.of("spec/domo.openapi.yaml"));
        while (!left.isEmpty()) {
            String file = left.remove();
            if (seen.add(file)) {
                Matcher reference = OTHER_FILE.matcher(text(file));
                while (reference.find()) {
                    left.add(java.net
                            .URI
                            .create(file)
                            .resolve(reference.group(1))
                            .toString());
                }
            }
        }

        assertThat(seen)
                .hasSizeGreaterThanOrEqualTo(6)
                .contains("spec/apis/streams.yaml", "spec/schemas/datasets.yaml");
        assertThat(text("spec/domo.openapi.yaml")).startsWith("openapi: 3.0").contains("/v1/datasets/{dataSetId}:");
    }

    @Test
    void jarDoesNotContainTheLintConfiguration() {
        assertThat(DomoRest.class.getResource("spec/redocly.yaml")).isNull();
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = DomoRest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
