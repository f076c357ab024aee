package io.github.domojvm.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Maps recorded ids to the ids of a replay.
 *
 * <p>UUIDs are replaced wherever they occur. Numbers are replaced only where ids are expected: in paths, and in members
 * of JSON with the name of an id. Executions and parts are numbered per Stream, so that their numbers do not change.
 */
final class IdMap {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Set<String> LISTS_OF_IDS = Set.of("users", "groups", "members", "contributors");
    private static final Set<String> REFERENCES = Set.of("id", "createdBy", "ownedBy");
    private static final Set<String> NEVER_MAPPED = Set.of("cardIds", "objectId", "actorId");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> ids = new HashMap<>();

    /** Adds the ids of a recorded response that the replay has at the same positions. */
    void learn(RecordedCall call, JsonNode response) {
        if (!call.path().contains("/executions") && !call.path().equals("/v1/audit")) {
            learn(lastSegment(call.path()), call.response(), response);
        }
    }

    /** Adds the ids of a recorded {@code Location}. */
    void learn(String recordedLocation, String location) {
        add(lastSegment(recordedLocation), lastSegment(location));
    }

    /** Returns whether the replay has another number than the recording for at least one object. */
    boolean numbersDiffer() {
        return ids.entrySet().stream()
                .anyMatch(id ->
                        NUMBER.matcher(id.getKey()).matches() && !id.getKey().equals(id.getValue()));
    }

    /** Returns the path and query with the ids of the replay. */
    String url(String recorded) {
        String[] pathAndQuery = uuids(recorded).split("(?=\\?)", 2);
        String[] segments = pathAndQuery[0].split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            if (!segments[i - 1].equals("executions") && !segments[i - 1].equals("part")) {
                segments[i] = ids.getOrDefault(segments[i], segments[i]);
            }
        }
        return String.join("/", segments) + (pathAndQuery.length > 1 ? pathAndQuery[1] : "");
    }

    /** Returns the body with the ids of the replay. A body without numbers to replace stays exactly as recorded. */
    String body(String path, String recorded) {
        String body = uuids(recorded);
        JsonNode tree = parse(body);
        JsonNode mapped = mapped(lastSegment(path), tree);
        return mapped.equals(tree) ? body : mapped.toString();
    }

    private void learn(String name, JsonNode recorded, JsonNode actual) {
        if (recorded.isObject() && actual.isObject()) {
            recorded.properties().stream()
                    .filter(member -> !member.getKey().endsWith("Execution"))
                    .forEach(member -> learn(member.getKey(), member.getValue(), actual.path(member.getKey())));
        } else if (recorded.isArray() && actual.isArray() && recorded.size() == actual.size()) {
            for (int i = 0; i < recorded.size(); i++) {
                learn(name, recorded.get(i), actual.get(i));
            }
        } else if (recorded.isValueNode() && isNameOfId(name)) {
            add(recorded.asText(), actual.asText());
        }
    }

    private void add(String recorded, String actual) {
        for (Pattern kind : Set.of(UUID, NUMBER)) {
            if (kind.matcher(recorded).matches() && kind.matcher(actual).matches()) {
                ids.putIfAbsent(recorded, actual);
            }
        }
    }

    private JsonNode mapped(String name, JsonNode value) {
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(member -> object.set(member.getKey(), mapped(member.getKey(), member.getValue())));
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(mapped(name, element)));
            return array;
        }
        String id = isNameOfId(name) ? ids.get(value.asText()) : null;
        if (id == null) {
            return value;
        }
        return value.isNumber() ? parse(id) : JsonNodeFactory.instance.textNode(id);
    }

    private String uuids(String text) {
        return UUID.matcher(text).replaceAll(found -> ids.getOrDefault(found.group(), found.group()));
    }

    private static boolean isNameOfId(String name) {
        boolean suffixed = name.endsWith("Id") || name.endsWith("Ids");
        return (suffixed || REFERENCES.contains(name) || LISTS_OF_IDS.contains(name)) && !NEVER_MAPPED.contains(name);
    }

    private static String lastSegment(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }
}
