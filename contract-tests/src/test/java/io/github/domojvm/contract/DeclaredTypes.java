package io.github.domojvm.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.domojvm.contract.Yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** Searches JSON for members that the description does not declare, or declares with another type. */
final class DeclaredTypes {
    private final Yaml yaml;
    private final List<String> violations = new ArrayList<>();

    private DeclaredTypes(Yaml yaml) {
        this.yaml = yaml;
    }

    /**
     * Returns the violations with their locations. Array elements have no index, so that each member is listed once.
     */
    static List<String> violations(Yaml yaml, Node schema, JsonNode body) {
        DeclaredTypes search = new DeclaredTypes(yaml);
        search.check(schema, body, "response.body");
        return search.violations.stream().distinct().toList();
    }

    private void check(Node reference, JsonNode value, String location) {
        Node schema = yaml.follow(reference);
        String type = schema.value().path("type").asText();
        if (!hasType(value, type, schema.value().path("nullable").asBoolean())) {
            violations.add(location + ": is declared as " + type + " but is " + value.getNodeType());
        } else if (value.isArray()) {
            value.forEach(
                    element -> check(new Node(schema.file(), schema.value().path("items")), element, location));
        } else if (value.isObject()) {
            value.properties().forEach(member -> checkMember(schema, member.getKey(), member.getValue(), location));
        }
    }

    private void checkMember(Node schema, String name, JsonNode value, String location) {
        JsonNode declared = schema.value().path("properties").path(name);
        if (!declared.isMissingNode()) {
            check(new Node(schema.file(), declared), value, location + "." + name);
        } else if (schema.value().has("properties") && !schema.value().has("additionalProperties")) {
            violations.add(location + "." + name + ": is not declared");
        }
    }

    private static boolean hasType(JsonNode value, String type, boolean nullable) {
        if (value.isNull()) {
            return nullable || type.isEmpty();
        }
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> true;
        };
    }
}
