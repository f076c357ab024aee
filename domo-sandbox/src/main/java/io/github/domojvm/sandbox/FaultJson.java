package io.github.domojvm.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Faults as JSON, for the command and for programs in other languages. */
final class FaultJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> MEMBERS =
            Set.of("method", "path", "nth", "times", "always", "action", "status", "body", "headers");

    private FaultJson() {}

    static Fault parse(String json) {
        try {
            return parse(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("json: is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Fault parse(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("json: must be an object, such as"
                    + " {\"method\":\"GET\",\"path\":\"/v1/groups/*\",\"action\":\"respond\",\"status\":503}");
        }
        json.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                throw new IllegalArgumentException("json: '" + name + "' is not a member of a fault; members are "
                        + MEMBERS.stream().sorted().toList());
            }
        });
        Fault.On on =
                Fault.on(json.path("method").asText("*"), json.path("path").asText());
        on = on.nth(number(json, "nth", 1));
        on = json.path("always").asBoolean() ? on.always() : on.times(number(json, "times", 1));
        Fault.Action action = action(json.path("action").asText());
        return switch (action) {
            case DROP_CONNECTION -> on.dropConnection();
            case PERFORM_THEN_DROP_CONNECTION -> on.performThenDropConnection();
            case RESPOND -> on.respond(number(json, "status", 0), body(json), headers(json));
            case PERFORM_THEN_RESPOND -> on.performThenRespond(number(json, "status", 0), body(json), headers(json));
        };
    }

    static ObjectNode json(Fault fault) {
        ObjectNode json = Json.object()
                .put("method", fault.method())
                .put("path", fault.path())
                .put("nth", fault.nth());
        if (fault.times() == Integer.MAX_VALUE) {
            json.put("always", true);
        } else {
            json.put("times", fault.times());
        }
        json.put("action", name(fault.action()));
        if (!fault.action().drops()) {
            json.put("status", fault.status()).put("body", new String(fault.body(), StandardCharsets.UTF_8));
            ObjectNode headers = json.putObject("headers");
            fault.headers().forEach(headers::put);
        }
        return json;
    }

    private static Fault.Action action(String name) {
        return Arrays.stream(Fault.Action.values())
                .filter(action -> name(action).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("action: must be one of "
                        + Arrays.stream(Fault.Action.values())
                                .map(FaultJson::name)
                                .toList()
                        + ", but is '" + name + "'"));
    }

    private static String name(Fault.Action action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int number(JsonNode json, String member, int absent) {
        JsonNode value = json.path(member);
        if (value.isMissingNode()) {
            return absent;
        }
        if (!value.canConvertToInt()) {
            throw new IllegalArgumentException(member + ": must be a number, but is " + value);
        }
        return value.intValue();
    }

    private static String body(JsonNode json) {
        JsonNode body = json.path("body");
        return body.isContainerNode() ? body.toString() : body.asText();
    }

    private static String[] headers(JsonNode json) {
        List<String> headers = new ArrayList<>();
        json.path("headers").properties().forEach(header -> {
            headers.add(header.getKey());
            headers.add(header.getValue().asText());
        });
        return headers.toArray(String[]::new);
    }
}
