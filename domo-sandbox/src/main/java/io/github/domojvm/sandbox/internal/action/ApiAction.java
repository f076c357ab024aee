package io.github.domojvm.sandbox.internal.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.Json;
import java.util.List;

/** An API Action. All actions are fictitious. */
record ApiAction(String name, String guid, int version) {
    static final List<ApiAction> ALL = List.of(
            new ApiAction("Harbour alerts", "3f2a1b0c-9d8e-4f7a-b6c5-d4e3f2a1b0c9", 2),
            new ApiAction("Tide tables", "7c6b5a49-3827-4165-9043-f1e2d3c4b5a6", 1));

    static ApiAction of(String guid) {
        return ALL.stream()
                .filter(action -> action.guid.equals(guid))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("Action", guid));
    }

    ObjectNode json() {
        return Json.object().put("name", name).put("guid", guid).put("version", version);
    }
}
