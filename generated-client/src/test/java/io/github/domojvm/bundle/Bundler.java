package io.github.domojvm.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Merges the files of a description. Components are moved to the components of the root under their names, and what
 * else is referenced, such as a path item, is copied to the place of the reference.
 */
final class Bundler {
    private static final Pattern COMPONENT = Pattern.compile("/components/(\\w+)/([\\w.-]+)");

    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    private final Map<Path, JsonNode> files = new HashMap<>();
    private final Map<String, Path> origins = new HashMap<>();
    private final Map<String, Map<String, JsonNode>> components = new TreeMap<>();

    private Bundler() {}

    static ObjectNode bundle(Path root) {
        Path file = root.toAbsolutePath().normalize();
        Bundler bundler = new Bundler();
        ObjectNode bundle = (ObjectNode) bundler.copy(bundler.read(file), file);
        bundler.components.forEach((section, named) -> named.forEach(bundle.withObject("/components/" + section)::set));
        return bundle;
    }

    private JsonNode copy(JsonNode node, Path file) {
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(copy(element, file)));
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        if (node.path("$ref").isTextual()) {
            return follow(node.path("$ref").asText(), file);
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(member -> copy.set(member.getKey(), copy(member.getValue(), file)));
        return copy;
    }

    private JsonNode follow(String reference, Path from) {
        String[] parts = reference.split("#", 2);
        Path file = parts[0].isEmpty() ? from : from.resolveSibling(parts[0]).normalize();
        JsonNode target = read(file).at(parts[1]);
        if (target.isMissingNode()) {
            throw new IllegalStateException("The description cannot be bundled. " + from + " refers to " + reference
                    + ", which does not exist. Correct the reference.");
        }
        Matcher component = COMPONENT.matcher(parts[1]);
        if (!component.matches()) {
            return copy(target, file);
        }
        Path origin = origins.putIfAbsent(parts[1], file);
        if (origin == null) {
            components
                    .computeIfAbsent(component.group(1), section -> new TreeMap<>())
                    .put(component.group(2), copy(target, file));
        } else if (!origin.equals(file)) {
            throw new IllegalStateException("The description cannot be bundled. " + origin + " and " + file
                    + " both declare " + parts[1] + ". Rename one of them.");
        }
        return JsonNodeFactory.instance.objectNode().put("$ref", "#" + parts[1]);
    }

    private JsonNode read(Path file) {
        return files.computeIfAbsent(file, path -> {
            try {
                return yaml.readTree(path.toFile());
            } catch (IOException broken) {
                throw new UncheckedIOException(
                        "The description cannot be bundled. " + path + " cannot be read.", broken);
            }
        });
    }
}
