package io.github.domojvm.sandbox.internal.buzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An integration and its subscriptions by id, as JSON of the API. Guarded by the lock of the sandbox. Responses copy
 * the JSON.
 */
record IntegrationState(String id, String name, ObjectNode json, Map<String, ObjectNode> subscriptions) {
    IntegrationState(String id, String name, ObjectNode json) {
        this(id, name, json, new LinkedHashMap<>());
    }
}
