package io.github.domojvm.sandbox.internal.buzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.ActivityLog;
import io.github.domojvm.sandbox.internal.Owner;
import io.github.domojvm.sandbox.internal.SandboxState;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Router;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code /v1/buzz/integrations}. */
final class IntegrationResource {
    private static final String CHANNEL_LIST = "CHANNEL_LIST";
    private static final List<String> SCOPES = List.of("PUBLIC_CHANNELS", "OWNER_ACCESS", CHANNEL_LIST);

    private final SandboxState state;
    private final ActivityLog activity;
    private final Map<String, IntegrationState> integrations = new LinkedHashMap<>();

    IntegrationResource(SandboxState state, ActivityLog activity) {
        this.state = state;
        this.activity = activity;
    }

    void addTo(Router router) {
        router.add("POST", "/v1/buzz/integrations", "buzz", this::create)
                .add("GET", "/v1/buzz/integrations", "buzz", this::list)
                .add("GET", "/v1/buzz/integrations/{id}", "buzz", this::get)
                .add("DELETE", "/v1/buzz/integrations/{id}", "buzz", this::delete);
    }

    /** Returns the integration in the path of a call. Call only inside {@link SandboxState#with}. */
    IntegrationState integration(Call call) {
        String id = call.variable(0);
        IntegrationState integration = integrations.get(id);
        if (integration == null) {
            throw ApiException.notFound("Integration", id);
        }
        return integration;
    }

    private ApiResponse create(Call call) throws IOException {
        ObjectNode body = call.json();
        String id = UUID.randomUUID().toString();
        String name = Json.requiredText(body, "name");
        ObjectNode json = Json.object().put("id", id).put("name", name);
        String description = Json.text(body, "description");
        if (description != null) {
            json.put("description", description);
        }
        String scope = Json.requiredText(body, "scope");
        if (!SCOPES.contains(scope)) {
            throw ApiException.badRequest("scope must be one of " + SCOPES + ", but is '" + scope + "'");
        }
        ArrayNode channels = texts(body, "channelIds");
        if (scope.equals(CHANNEL_LIST) == channels.isEmpty()) {
            throw ApiException.badRequest("channelIds must be present if and only if scope is " + CHANNEL_LIST);
        }
        json.put("scope", scope);
        if (!channels.isEmpty()) {
            json.set("channelIds", channels);
        }
        json.set("headers", headers(body));
        json.put("ownerId", Owner.ID);
        return ApiResponse.json(200, state.with(() -> {
            integrations.put(id, new IntegrationState(id, name, json));
            activity.record("CREATED", "BUZZ_INTEGRATION", id, name);
            return json.deepCopy();
        }));
    }

    private ApiResponse list(Call call) {
        return ApiResponse.json(200, state.with(() -> {
            ObjectNode json = Json.object();
            ArrayNode array = json.putArray("integrations");
            integrations
                    .values()
                    .forEach(integration -> array.add(integration.json().deepCopy()));
            return json;
        }));
    }

    private ApiResponse get(Call call) {
        return ApiResponse.json(200, state.with(() -> integration(call).json().deepCopy()));
    }

    private ApiResponse delete(Call call) {
        return state.with(() -> {
            IntegrationState integration = integration(call);
            integrations.remove(integration.id());
            activity.record("DELETED", "BUZZ_INTEGRATION", integration.id(), integration.name());
            return ApiResponse.empty(204);
        });
    }

    private static ArrayNode texts(ObjectNode body, String member) {
        ArrayNode texts = elements(body, member);
        texts.forEach(text -> {
            if (!text.isTextual() || text.textValue().isBlank()) {
                throw ApiException.badRequest(member + " must be an array of texts");
            }
        });
        return texts;
    }

    /** Copies the headers. No message contains a value, because it may be a secret. */
    private static ArrayNode headers(ObjectNode body) {
        ArrayNode copies = Json.array();
        for (JsonNode header : elements(body, "headers")) {
            if (!(header instanceof ObjectNode object) || !object.path("value").isTextual()) {
                throw ApiException.badRequest("headers must be an array of objects with name and value");
            }
            copies.add(Json.object()
                    .put("name", Json.requiredText(object, "name"))
                    .put("value", object.path("value").textValue()));
        }
        return copies;
    }

    private static ArrayNode elements(ObjectNode body, String member) {
        JsonNode value = body.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Json.array();
        }
        if (value instanceof ArrayNode array) {
            return array;
        }
        throw ApiException.badRequest(member + " must be an array");
    }
}
