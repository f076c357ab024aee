package io.github.domojvm.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.domojvm.contract.Yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** Searches JSON for members that the description marks as present in every response. */
final class PresentMembers {
    private final Yaml yaml;
    private final List<String> absent = new ArrayList<>();

    private PresentMembers(Yaml yaml) {
        this.yaml = yaml;
    }

    /**
     * Returns the absent members with their locations. Array elements have no index, so that each member is listed
     * once.
     */
    static List<String> absent(Yaml yaml, Node schema, JsonNode body) {
        PresentMembers search = new PresentMembers(yaml);
        search.check(schema, body, "response.body");
        return search.absent.stream().distinct().toList();
    }

    private void check(Node reference, JsonNode value, String location) {
        Node schema = yaml.follow(reference);
        if (value.isArray()) {
            value.forEach(element -> check(inside(schema, "items"), element, location));
        }
        if (!value.isObject()) {
            return;
        }
        schema.value().path("properties").properties().forEach(property -> {
            JsonNode member = value.path(property.getKey());
            String inner = location + "." + property.getKey();
            if (property.getValue().has("x-always-present") && (member.isMissingNode() || member.isNull())) {
                absent.add(inner + ": is absent but marked as always present");
            }
            check(new Node(schema.file(), property.getValue()), member, inner);
        });
    }

    private static Node inside(Node schema, String name) {
        return new Node(schema.file(), schema.value().path(name));
    }
}
