package io.github.domojvm.sandbox.internal.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.Json;
import java.util.Arrays;
import java.util.List;

/** The status of the tasks in a list. */
enum ListType {
    TODO,
    WORKING_ON,
    COMPLETED;

    static ListType of(ObjectNode body) {
        String type = Json.requiredText(body, "type");
        return Arrays.stream(values())
                .filter(known -> known.name().equals(type))
                .findFirst()
                .orElseThrow(() -> ApiException.badRequest(
                        "type must be one of " + List.of(values()) + ", but is '" + type + "'"));
    }
}
