package io.github.domojvm.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.domojvm.contract.Yaml.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Lists the operations, parameters, request bodies, responses, members and constants of the description. Details that
 * do not affect clients, such as examples and descriptions, are not included.
 */
final class HttpFacts {
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final Yaml yaml = new Yaml();
    private final ApiFacts facts = ApiFacts.none();

    private HttpFacts() {}

    /** Reads a description that consists of a root file and any files that it refers to. */
    static ApiFacts of(Path root) {
        HttpFacts reader = new HttpFacts();
        reader.yaml
                .read(root)
                .get("paths")
                .properties()
                .forEach(path -> reader.path(path.getKey(), new Node(root, path.getValue())));
        return reader.facts;
    }

    private void path(String path, Node reference) {
        Node item = yaml.follow(reference);
        for (String method : METHODS) {
            JsonNode operation = item.value().get(method);
            if (operation != null) {
                operation(method.toUpperCase(Locale.ROOT) + " " + path, item, new Node(item.file(), operation));
            }
        }
    }

    private void operation(String endpoint, Node item, Node operation) {
        String id = operation.value().get("operationId").asText();
        facts.add(
                id,
                endpoint + ", scope " + operation.value().path("x-domo-scope").asText());
        parameters(id, item);
        parameters(id, operation);
        Node body = yaml.follow(new Node(operation.file(), operation.value().path("requestBody")));
        content(id + " body", body);
        if (body.value().path("required").asBoolean()) {
            facts.add(id + " body required", "yes");
        }
        operation.value().get("responses").properties().forEach(entry -> {
            Node response = yaml.follow(new Node(operation.file(), entry.getValue()));
            facts.add(id + " response " + entry.getKey(), response.value().has("content") ? "with content" : "empty");
            content(id + " response " + entry.getKey(), response);
        });
    }

    private void parameters(String id, Node holder) {
        for (JsonNode reference : holder.value().path("parameters")) {
            Node parameter = yaml.follow(new Node(holder.file(), reference));
            String subject = id + " " + parameter.value().get("in").asText() + " "
                    + parameter.value().get("name").asText();
            facts.add(subject, type(new Node(parameter.file(), parameter.value().get("schema"))));
            limits(subject, parameter.value().get("schema"));
            if (parameter.value().path("required").asBoolean()) {
                facts.add(subject + " required", "yes");
            }
        }
    }

    private void content(String subject, Node holder) {
        holder.value()
                .path("content")
                .properties()
                .forEach(content -> facts.add(
                        subject + " " + content.getKey(),
                        type(new Node(holder.file(), content.getValue().get("schema")))));
    }

    /** Returns the name of a type, and adds the facts of a named schema at its first use. */
    private String type(Node node) {
        JsonNode schema = node.value();
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asText().replaceFirst(".*/", "");
            if (!facts.knows(name)) {
                schema(name, yaml.follow(node));
            }
            return name;
        }
        if (schema.has("items")) {
            return "list of " + type(new Node(node.file(), schema.get("items")));
        }
        if (schema.has("additionalProperties")) {
            JsonNode values = schema.get("additionalProperties");
            return "map of " + (values.isObject() ? type(new Node(node.file(), values)) : "anything");
        }
        String format = schema.path("format").asText();
        return schema.path("type").asText("anything") + (format.isEmpty() ? "" : " " + format);
    }

    private void schema(String name, Node schema) {
        JsonNode value = schema.value();
        facts.add(name, value.has("enum") ? "constants" : value.path("type").asText("anything"));
        value.path("enum").forEach(constant -> facts.add(name + "." + constant.asText(), "constant"));
        value.path("properties").properties().forEach(member -> {
            facts.add(name + "." + member.getKey(), type(new Node(schema.file(), member.getValue())));
            limits(name + "." + member.getKey(), member.getValue());
        });
        value.path("required").forEach(member -> facts.add(name + "." + member.asText() + " required", "yes"));
    }

    private void limits(String subject, JsonNode schema) {
        for (String limit : List.of("minimum", "maximum")) {
            if (schema.has(limit)) {
                facts.add(subject + " " + limit, schema.get(limit).asText());
            }
        }
    }
}
