package io.github.domojvm.sandbox.internal.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.Json;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An account type and its properties. All types are fictitious. */
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

    static final List<AccountType> ALL = List.of(
            new AccountType(
                    "cargo-files",
                    "Cargo file server",
                    List.of(
                            Property.required("host", "Host"),
                            Property.required("username", "User name"),
                            Property.optional("privateKey", "Private key"))),
            new AccountType(
                    "harbour-db",
                    "Harbour database",
                    List.of(
                            Property.required("host", "Host"),
                            new Property("port", "Port", false, "[0-9]{1,5}"),
                            Property.required("username", "User name"),
                            Property.required("password", "Password"))),
            new AccountType("lighthouse-crm", "Lighthouse CRM", List.of(Property.required("token", "Token"))),
            new AccountType("tide-tables", "Tide tables", List.of(Property.required("apiKey", "API key"))),
            new AccountType("weather-feed", "Weather feed", List.of(Property.optional("station", "Station"))));

    static @Nullable AccountType find(String id) {
        return ALL.stream().filter(type -> type.id.equals(id)).findFirst().orElse(null);
    }

    static AccountType of(String id) {
        AccountType type = find(id);
        if (type == null) {
            throw ApiException.notFound("Account type", id);
        }
        return type;
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
