package io.github.domojvm.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.domojvm.contract.Yaml.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the operations of the description with their success and error responses, so that no test has to list them. */
final class Spec {
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    /**
     * An error response with its example. The one under "default" is requested with a status that no other response
     * uses.
     */
    record ErrorResponse(int status, String example, boolean json, JsonNode body) {
        private static final int ANY_OTHER_STATUS = 500;

        /** Returns the {@code Prefer} header with which Prism returns this response. */
        String prefer() {
            return "code=" + status + (example.isEmpty() ? "" : ", example=" + example);
        }

        @Override
        public String toString() {
            return status + (example.isEmpty() ? "" : " " + example);
        }
    }

    /** A success response with its example. Body and schema are missing nodes if the response has no content. */
    record Success(int status, JsonNode body, Node schema) {
        /** Returns the {@code Prefer} header with which Prism returns this response. */
        String prefer() {
            return "code=" + status;
        }

        @Override
        public String toString() {
            return String.valueOf(status);
        }
    }

    /** The retry mode, and the query parameter that makes the operation idempotent, which may be empty. */
    record Retries(String mode, String idempotentWhen) {
        /** Returns whether a request with this query is retried after a response that may have been processed. */
        boolean includesProcessed(String query) {
            boolean declaredIdempotent =
                    !idempotentWhen.isEmpty() && List.of(query.split("&")).contains(idempotentWhen);
            return declaredIdempotent || !mode.equals("unsent-only");
        }
    }

    /** An operation of the description. */
    record Operation(
            String id,
            String method,
            String path,
            String scope,
            Retries retries,
            List<Success> successes,
            List<ErrorResponse> errors) {
        boolean matches(String requestMethod, String requestPath) {
            return method.equals(requestMethod) && requestPath.matches(path.replaceAll("\\{\\w+}", "[^/]+"));
        }
    }

    private final Yaml yaml = new Yaml();
    private final List<Operation> operations = new ArrayList<>();

    private Spec(Path folder) {
        Path root = folder.resolve("domo.openapi.yaml");
        yaml.read(root).get("paths").properties().forEach(entry -> {
            Node item = yaml.follow(new Node(root, entry.getValue()));
            METHODS.stream()
                    .filter(item.value()::has)
                    .forEach(method -> operations.add(operation(item, method, entry.getKey())));
        });
    }

    static Spec read() {
        return new Spec(Folders.spec());
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** Returns the members that a response lacks although the description marks them as always present. */
    List<String> absent(Operation operation, int status, JsonNode body) {
        return operation.successes().stream()
                .filter(success -> success.status() == status)
                .flatMap(success -> PresentMembers.absent(yaml, success.schema(), body).stream())
                .toList();
    }

    /**
     * Returns the members of a response that are absent although always present, not declared, or declared with another
     * type.
     */
    List<String> violations(Operation operation, int status, JsonNode body) {
        List<String> violations = new ArrayList<>(absent(operation, status, body));
        operation.successes().stream()
                .filter(success -> success.status() == status)
                .forEach(success -> violations.addAll(DeclaredTypes.violations(yaml, success.schema(), body)));
        return violations;
    }

    /** Returns the operation of a request. A literal path segment takes precedence over a path parameter. */
    Operation operation(String method, String path) {
        List<Operation> matching = operations.stream()
                .filter(operation -> operation.matches(method, path))
                .sorted((one, other) -> Integer.compare(ids(one), ids(other)))
                .toList();
        if (matching.isEmpty()) {
            throw new IllegalArgumentException("The description has no operation for " + method + " " + path + ".");
        }
        return matching.get(0);
    }

    private static int ids(Operation operation) {
        return operation.path().split("\\{", -1).length;
    }

    private Operation operation(Node item, String method, String path) {
        JsonNode operation = item.value().get(method);
        List<Success> successes = new ArrayList<>();
        List<ErrorResponse> errors = new ArrayList<>();
        operation.get("responses").properties().forEach(entry -> {
            Node response = yaml.follow(new Node(item.file(), entry.getValue()));
            if (entry.getKey().startsWith("2")) {
                successes.add(success(entry.getKey(), response));
            } else {
                errors.addAll(errors(entry.getKey(), response));
            }
        });
        return new Operation(
                operation.get("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.get("x-domo-scope").asText(),
                new Retries(
                        operation.get("x-domo-retry").asText(),
                        operation.path("x-domo-idempotent-when").asText()),
                List.copyOf(successes),
                List.copyOf(errors));
    }

    private static Success success(String key, Node response) {
        JsonNode content = response.value().path("content");
        JsonNode media = content.isEmpty() ? content : content.iterator().next();
        return new Success(
                Integer.parseInt(key), media.path("example"), new Node(response.file(), media.path("schema")));
    }

    private static List<ErrorResponse> errors(String key, Node response) {
        int status = key.equals("default") ? ErrorResponse.ANY_OTHER_STATUS : Integer.parseInt(key);
        Map.Entry<String, JsonNode> content =
                response.value().get("content").properties().iterator().next();
        boolean json = content.getKey().equals("application/json");
        JsonNode body = content.getValue();
        if (body.has("example")) {
            return List.of(new ErrorResponse(status, "", json, body.get("example")));
        }
        return body.get("examples").properties().stream()
                .map(example -> new ErrorResponse(
                        status, example.getKey(), json, example.getValue().get("value")))
                .toList();
    }
}
