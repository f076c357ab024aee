package io.github.domojvm.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.domojvm.contract.Yaml.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the operations of the description, and the refusals each of them may answer, so that no test has to list them.
 */
final class Spec {
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    /**
     * An error answer as its example shows it. The one under "default" is asked for with a status that nothing else
     * has.
     */
    record Refusal(int status, String example, boolean json, JsonNode body) {
        private static final int ANY_OTHER_STATUS = 500;

        /** What makes Prism give this answer. */
        String prefer() {
            return "code=" + status + (example.isEmpty() ? "" : ", example=" + example);
        }

        @Override
        public String toString() {
            return status + (example.isEmpty() ? "" : " " + example);
        }
    }

    /** A success as its example shows it; body and schema are missing where the answer has none. */
    record Success(int status, JsonNode body, Node schema) {
        /** What makes Prism give this answer. */
        String prefer() {
            return "code=" + status;
        }

        @Override
        public String toString() {
            return String.valueOf(status);
        }
    }

    /** What may be retried, and the query parameter with which an operation is idempotent, empty for none. */
    record Retries(String mode, String idempotentWhen) {
        /** Returns whether a request with this query is retried after a response that may have been processed. */
        boolean includesProcessed(String query) {
            boolean declaredIdempotent =
                    !idempotentWhen.isEmpty() && List.of(query.split("&")).contains(idempotentWhen);
            return declaredIdempotent || !mode.equals("unsent-only");
        }
    }

    /** An operation; a request is its own when method and path fit, a word in the path before any id. */
    record Operation(
            String id,
            String method,
            String path,
            String scope,
            Retries retries,
            List<Success> successes,
            List<Refusal> refusals) {
        boolean fits(String requestMethod, String requestPath) {
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

    /** What is absent from a response although the description marks it as always present. */
    List<String> absent(Operation operation, int status, JsonNode body) {
        return operation.successes().stream()
                .filter(success -> success.status() == status)
                .flatMap(success -> PresentMembers.absent(yaml, success.schema(), body).stream())
                .toList();
    }

    /** The operation that a request is meant for. */
    Operation operation(String method, String path) {
        List<Operation> fitting = operations.stream()
                .filter(operation -> operation.fits(method, path))
                .sorted((one, other) -> Integer.compare(ids(one), ids(other)))
                .toList();
        if (fitting.isEmpty()) {
            throw new IllegalArgumentException("No operation of the description takes " + method + " " + path + ".");
        }
        return fitting.get(0);
    }

    private static int ids(Operation operation) {
        return operation.path().split("\\{", -1).length;
    }

    private Operation operation(Node item, String method, String path) {
        JsonNode operation = item.value().get(method);
        List<Success> successes = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        operation.get("responses").properties().forEach(entry -> {
            Node response = yaml.follow(new Node(item.file(), entry.getValue()));
            if (entry.getKey().startsWith("2")) {
                successes.add(success(entry.getKey(), response));
            } else {
                refusals.addAll(refusals(entry.getKey(), response));
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
                List.copyOf(refusals));
    }

    private static Success success(String key, Node response) {
        JsonNode content = response.value().path("content");
        JsonNode media = content.isEmpty() ? content : content.iterator().next();
        return new Success(
                Integer.parseInt(key), media.path("example"), new Node(response.file(), media.path("schema")));
    }

    private static List<Refusal> refusals(String key, Node response) {
        int status = key.equals("default") ? Refusal.ANY_OTHER_STATUS : Integer.parseInt(key);
        Map.Entry<String, JsonNode> content =
                response.value().get("content").properties().iterator().next();
        boolean json = content.getKey().equals("application/json");
        JsonNode body = content.getValue();
        if (body.has("example")) {
            return List.of(new Refusal(status, "", json, body.get("example")));
        }
        return body.get("examples").properties().stream()
                .map(example -> new Refusal(
                        status, example.getKey(), json, example.getValue().get("value")))
                .toList();
    }
}
