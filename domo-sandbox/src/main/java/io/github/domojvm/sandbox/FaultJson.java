package io.github.domojvm.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.proxy.Disruption.Kind;
import io.github.domojvm.sandbox.internal.proxy.Disruption.Where;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Faults as JSON, for the command and for programs in other languages. */
final class FaultJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> MEMBERS = Set.of(
            "method",
            "path",
            "nth",
            "times",
            "always",
            "probability",
            "seed",
            "action",
            "status",
            "body",
            "headers",
            "bodyBase64",
            "response",
            "in",
            "afterBytes",
            "time",
            "bytes");

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
        Fault.On on = requests(json);
        return json.has("in") ? disruption(on, json) : fault(on, json);
    }

    private static Fault.On requests(JsonNode json) {
        Fault.On on =
                Fault.on(json.path("method").asText("*"), json.path("path").asText());
        on = on.nth(whole(json, "nth", 1));
        if (json.has("probability")) {
            if (!json.path("probability").isNumber()) {
                throw new IllegalArgumentException("probability: must be a number, but is " + json.path("probability"));
            }
            on = on.withProbability(json.path("probability").doubleValue(), number(json, "seed"));
        }
        if (json.path("always").asBoolean()) {
            return on.always();
        }
        return json.has("times") ? on.times(whole(json, "times", 1)) : on;
    }

    private static Fault fault(Fault.On on, JsonNode json) {
        FaultAction action = constant(
                json,
                "action",
                Arrays.stream(FaultAction.values())
                        .filter(FaultAction::bySandbox)
                        .toArray(FaultAction[]::new));
        return new Fault(on, action, action.responds() ? FaultResponseJson.parse(json) : null, null);
    }

    private static Fault disruption(Fault.On on, JsonNode json) {
        FaultPosition at = new FaultPosition(on, constant(json, "in", Where.values()), number(json, "afterBytes"));
        return switch (constant(json, "action", Kind.values())) {
            case CLOSE -> at.close();
            case RESET -> at.reset();
            case STALL -> at.stall();
            case DELAY -> at.delay(time(json));
            case DRIP -> at.drip(whole(json, "bytes", 0), time(json));
        };
    }

    /** Returns a fault of a sandbox with its counts. */
    static ObjectNode json(FaultReport.Entry entry) {
        Fault fault = entry.fault();
        Fault.On on = fault.on();
        ObjectNode json =
                Json.object().put("method", on.method).put("path", on.path).put("nth", on.nth);
        if (on.probability < 1) {
            json.put("probability", on.probability).put("seed", on.seed);
        }
        if (on.times == Integer.MAX_VALUE) {
            json.put("always", true);
        } else {
            json.put("times", on.times);
        }
        json.put("action", name(fault.action()));
        if (fault.action().responds()) {
            FaultResponseJson.put(json, fault.response());
        }
        ArrayNode requests =
                json.put("matched", entry.matched()).put("fired", entry.fired()).putArray("requests");
        entry.requests().forEach(requests::add);
        return json;
    }

    private static <E extends Enum<E>> E constant(JsonNode json, String member, E[] allowed) {
        String name = json.path(member).asText();
        return Arrays.stream(allowed)
                .filter(value -> name(value).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(member + ": must be one of "
                        + Arrays.stream(allowed).map(FaultJson::name).toList() + ", but is '" + name + "'"));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static int whole(JsonNode json, String member, int absent) {
        JsonNode value = json.path(member);
        if (value.isMissingNode()) {
            return absent;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new IllegalArgumentException(member + ": must be a whole number, but is " + value);
        }
        return value.intValue();
    }

    private static long number(JsonNode json, String member) {
        JsonNode value = json.path(member);
        if (value.isMissingNode()) {
            return 0;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException(member + ": must be a whole number, but is " + value);
        }
        return value.longValue();
    }

    private static Duration time(JsonNode json) {
        String text = json.path("time").asText();
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "time: must be an ISO 8601 duration such as PT0.5S, but is '" + text + "'", e);
        }
    }
}
