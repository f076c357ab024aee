package io.github.domojvm.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Opens the enums of responses. The service may return constants that no source lists, and most generated clients fail
 * on a constant that they do not know. Such an enum becomes a string with {@code x-extensible-enum}. An enum that only
 * requests use remains closed.
 */
final class OpenEnums {
    static final String LIST = "x-extensible-enum";
    static final String NOTE = "The service may return values that are not listed.";

    private static final Set<String> NO_SCHEMAS = Set.of("example", "examples");

    private final ObjectNode bundle;
    private final Set<String> followed = new HashSet<>();

    private OpenEnums(ObjectNode bundle) {
        this.bundle = bundle;
    }

    static void open(ObjectNode bundle) {
        OpenEnums enums = new OpenEnums(bundle);
        bundle.path("paths")
                .forEach(path -> path.forEach(operation -> enums.openReachable(operation.path("responses"))));
    }

    private void openReachable(JsonNode node) {
        String reference = node.path("$ref").asText("");
        if (!reference.isEmpty() && followed.add(reference)) {
            openReachable(bundle.at(reference.substring(1)));
        }
        if (node instanceof ObjectNode schema
                && schema.path("type").asText().equals("string")
                && schema.path("enum").isArray()) {
            open(schema, schema.path("enum"));
        }
        if (node.isArray()) {
            node.forEach(this::openReachable);
        }
        node.properties().stream()
                .filter(member -> !NO_SCHEMAS.contains(member.getKey()))
                .forEach(member -> openReachable(member.getValue()));
    }

    private static void open(ObjectNode schema, JsonNode constants) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        schema.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        schema.removeAll();
        members.forEach((name, value) -> {
            switch (name) {
                case "enum" -> schema.set(LIST, constants);
                case "description" -> schema.put(name, value.asText() + " " + NOTE);
                case "x-enum-varnames" -> {}
                default -> schema.set(name, value);
            }
        });
    }
}
