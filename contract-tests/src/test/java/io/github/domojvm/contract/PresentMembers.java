package io.github.domojvm.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.domojvm.contract.Yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** Looks in JSON for the members that the description says every response has. */
final class PresentMembers {
    private final Yaml yaml;
    private final List<String> absent = new ArrayList<>();

    private PresentMembers(Yaml yaml) {
        this.yaml = yaml;
    }

    /**
     * Returns what is absent, each with its place; elements of arrays have no number, so that each member shows once.
     */
    static List<String> absent(Yaml yaml, Node schema, JsonNode body) {
        PresentMembers search = new PresentMembers(yaml);
        search.look(schema, body, "response.body");
        return search.absent.stream().distinct().toList();
    }

    private void look(Node reference, JsonNode value, String place) {
        Node schema = yaml.follow(reference);
        if (value.isArray()) {
            value.forEach(element -> look(inside(schema, "items"), element, place));
        }
        if (!value.isObject()) {
            return;
        }
        schema.value().path("properties").properties().forEach(property -> {
            JsonNode member = value.path(property.getKey());
            String inner = place + "." + property.getKey();
            if (property.getValue().has("x-always-present") && (member.isMissingNode() || member.isNull())) {
                absent.add(inner + ": is absent, and is marked as always present");
            }
            look(new Node(schema.file(), property.getValue()), member, inner);
        });
    }

    private static Node inside(Node schema, String name) {
        return new Node(schema.file(), schema.value().path(name));
    }
}
