package io.github.domojvm.sandbox.internal.buzz;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.SandboxState;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Router;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** {@code /v1/buzz/integrations/{id}/subscriptions}. */
final class SubscriptionResource {
    private static final String SLASH_COMMAND = "SLASH_COMMAND";
    private static final List<String> EVENTS =
            List.of("MESSAGE_POSTED", SLASH_COMMAND, "THREAD_CREATED", "USERS_JOINED_CHANNEL", "USERS_LEFT_CHANNEL");

    private final SandboxState state;
    private final IntegrationResource integrations;

    SubscriptionResource(SandboxState state, IntegrationResource integrations) {
        this.state = state;
        this.integrations = integrations;
    }

    void addTo(Router router) {
        router.add("POST", "/v1/buzz/integrations/{id}/subscriptions", "buzz", this::create)
                .add("GET", "/v1/buzz/integrations/{id}/subscriptions", "buzz", this::list)
                .add("DELETE", "/v1/buzz/integrations/{id}/subscriptions/{subscription}", "buzz", this::delete);
    }

    private ApiResponse create(Call call) throws IOException {
        ObjectNode body = call.json();
        String id = UUID.randomUUID().toString();
        return ApiResponse.json(200, state.with(() -> {
            IntegrationState integration = integrations.integration(call);
            ObjectNode json = subscription(id, body);
            integration.subscriptions().put(id, json);
            return json.deepCopy();
        }));
    }

    private ApiResponse list(Call call) {
        return ApiResponse.json(200, state.with(() -> {
            ObjectNode json = Json.object();
            ArrayNode array = json.putArray("subscriptions");
            integrations
                    .integration(call)
                    .subscriptions()
                    .values()
                    .forEach(subscription -> array.add(subscription.deepCopy()));
            return json;
        }));
    }

    private ApiResponse delete(Call call) {
        return state.with(() -> {
            String id = call.variable(1);
            if (integrations.integration(call).subscriptions().remove(id) == null) {
                throw ApiException.notFound("Subscription", id);
            }
            return ApiResponse.empty(204);
        });
    }

    private static ObjectNode subscription(String id, ObjectNode body) {
        String event = Json.requiredText(body, "eventType");
        if (!EVENTS.contains(event)) {
            throw ApiException.badRequest("eventType must be one of " + EVENTS + ", but is '" + event + "'");
        }
        String url = Json.requiredText(body, "url");
        if (!url.toLowerCase(Locale.ROOT).startsWith("https://")) {
            throw ApiException.badRequest("url must use https");
        }
        String command = Json.text(body, "slashCommand");
        if (event.equals(SLASH_COMMAND) == (command == null || command.isBlank())) {
            throw ApiException.badRequest("slashCommand must be present if and only if eventType is " + SLASH_COMMAND);
        }
        ObjectNode json = Json.object().put("id", id).put("eventType", event).put("url", url);
        return command == null || command.isBlank() ? json : json.put("slashCommand", command);
    }
}
