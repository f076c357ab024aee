package io.github.domojvm.sandbox.internal.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.Json;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An account type and its properties. */
record AccountType(String id, String name, List<Property> properties) {

    record Property(
            String name,
            String prompt,
            boolean required,
            @Nullable String regex) {
        static Property required(String name, String prompt) {
            return new Property(name, prompt, true, null);
        }

        static Property optional(String name, String prompt) {
            return new Property(name, prompt, false, null);
        }

        ObjectNode json() {
            ObjectNode json =
                    Json.object().put("name", name).put("prompt", prompt).put("required", required);
            return regex == null ? json : json.put("regex", regex);
        }
    }

    /** Creates a type that requires these properties and accepts any other. */
    static AccountType requiring(String id, List<String> properties) {
        return new AccountType(
                id,
                id,
                properties.stream().map(name -> Property.required(name, name)).toList());
    }

    Set<String> requiredProperties() {
        return properties.stream()
                .filter(Property::required)
                .map(Property::name)
                .collect(Collectors.toSet());
    }

    /** Returns the form used in lists. */
    ObjectNode json() {
        return Json.object().put("id", id).put("name", name);
    }

    ObjectNode fullJson() {
        ObjectNode json = json();
        ArrayNode array = json.putObject("_templates")
                .putObject("default")
                .put("title", name)
                .put("contentType", "application/json")
                .put("method", "post")
                .put("key", "default")
                .putArray("properties");
        properties.forEach(property -> array.add(property.json()));
        return json;
    }
}
