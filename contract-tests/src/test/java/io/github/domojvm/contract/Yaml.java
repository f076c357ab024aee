package io.github.domojvm.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads the files of a description, each once, and resolves references between them. */
final class Yaml {
    /** A node and its file, to which its references are relative. */
    record Node(Path file, JsonNode value) {}

    private final ObjectMapper mapper = new ObjectMapper(new YAMLFactory());
    private final Map<Path, JsonNode> files = new HashMap<>();

    /** Returns the target of a reference, or the node itself if it is no reference. */
    Node follow(Node node) {
        JsonNode target = node.value().get("$ref");
        if (target == null) {
            return node;
        }
        String[] parts = target.asText().split("#", 2);
        Path file = parts[0].isEmpty()
                ? node.file()
                : node.file().resolveSibling(parts[0]).normalize();
        return follow(new Node(file, read(file).at(parts[1])));
    }

    JsonNode read(Path file) {
        return files.computeIfAbsent(file, path -> {
            try {
                return mapper.readTree(path.toFile());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }
}
