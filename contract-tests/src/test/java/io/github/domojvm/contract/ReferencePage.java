package io.github.domojvm.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The API reference as it was built.
 *
 * @param html the complete page
 * @param operations the operations in the order of the page, by operationId
 */
record ReferencePage(String html, Map<String, Entry> operations) {
    static final String FACADE = "Java";
    static final String REST = "Java rest()";
    static final String CURL = "curl";

    private static final Pattern DEFINITION = Pattern.compile("const __redoc_definition = (.*);");
    private static final Pattern DESCRIPTION =
            Pattern.compile("<script type=\"application/yaml\" id=\"description\">(.*?)</script>", Pattern.DOTALL);

    /** An operation of the page with the texts of its samples by label. */
    record Entry(String tag, String description, Map<String, String> samples) {}

    static ReferencePage read(Path file) throws IOException {
        String html = Files.readString(file);
        Map<String, Entry> operations = new LinkedHashMap<>();
        new ObjectMapper()
                .readTree(only(DEFINITION, html))
                .get("paths")
                .forEach(item -> item.forEach(operation -> {
                    if (operation.has("operationId")) {
                        operations.put(operation.get("operationId").asText(), entry(operation));
                    }
                }));
        return new ReferencePage(html, operations);
    }

    /** Returns the description that the page offers for download. */
    String description() {
        return only(DESCRIPTION, html);
    }

    private static Entry entry(JsonNode operation) {
        Map<String, String> samples = new LinkedHashMap<>();
        operation
                .path("x-codeSamples")
                .forEach(sample -> samples.put(
                        sample.get("label").asText(), sample.get("source").asText()));
        return new Entry(
                operation.get("tags").get(0).asText(),
                operation.get("description").asText(),
                samples);
    }

    private static String only(Pattern pattern, String html) {
        Matcher matcher = pattern.matcher(html);
        if (!matcher.find()) {
            throw new IllegalStateException("The page does not contain " + pattern + ".");
        }
        return matcher.group(1);
    }
}
