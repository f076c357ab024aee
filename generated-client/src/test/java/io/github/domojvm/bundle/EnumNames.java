package io.github.domojvm.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Rejects enums whose constants do not compile in a generated client. Enums in Kotlin have members such as
 * {@code name}, and the constants of all Go enums share one package. The names are those of {@code x-enum-varnames},
 * otherwise the constants.
 */
final class EnumNames {
    /** The properties of an enum in Kotlin, and the constant that this project adds to an enum in Java. */
    private static final Set<String> RESERVED =
            Set.of("declaringClass", "entries", "name", "ordinal", "value", "UNKNOWN");

    private EnumNames() {}

    static void check(JsonNode bundle) {
        Map<String, String> enumsByName = new HashMap<>();
        bundle.at("/components/schemas").properties().forEach(schema -> {
            for (String name : names(schema.getKey(), schema.getValue())) {
                String other = enumsByName.putIfAbsent(inGo(name), schema.getKey());
                if (other != null) {
                    throw failure(
                            schema.getKey(),
                            "its constant " + name + " and a constant of " + other + " have the same name in Go");
                }
            }
        });
    }

    private static List<String> names(String schema, JsonNode declaration) {
        JsonNode varNames = declaration.path("x-enum-varnames");
        JsonNode constants = declaration.path("enum");
        if (varNames.isArray() && varNames.size() != constants.size()) {
            throw failure(
                    schema, "it has " + constants.size() + " constants but x-enum-varnames has " + varNames.size());
        }
        List<String> names = new ArrayList<>();
        for (JsonNode constant : varNames.isArray() ? varNames : constants) {
            String name = constant.asText();
            if (RESERVED.contains(name)) {
                throw failure(schema, "its constant " + name + " is a member of every enum in Kotlin or Java");
            }
            if (!name.matches("[A-Za-z]\\w*")) {
                throw failure(schema, "its constant " + name + " is not an identifier");
            }
            names.add(name);
        }
        return names;
    }

    /** Returns the name in Go, whose generator replaces camel case. */
    private static String inGo(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    private static IllegalStateException failure(String schema, String reason) {
        return new IllegalStateException("The enum " + schema + " cannot be generated in every language: " + reason
                + ". Add x-enum-varnames to the schema, with one unique name for each constant.");
    }
}
