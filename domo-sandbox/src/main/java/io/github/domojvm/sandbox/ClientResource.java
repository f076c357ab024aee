package io.github.domojvm.sandbox;

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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code POST /clients}. Accepts any session and any instance, because the sandbox has no login. */
final class ClientResource {
    private final Clients clients;
    private final SandboxState state;
    private final ActivityLog activity;
    private final Set<String> names = new HashSet<>();

    ClientResource(Clients clients, SandboxState state, ActivityLog activity) {
        this.clients = clients;
        this.state = state;
        this.activity = activity;
    }

    void addTo(Router router) {
        router.open("POST", "/clients", this::create);
    }

    private ApiResponse create(Call call) throws IOException {
        if (isBlank(call.header("X-DOMO-Authentication"))) {
            throw ApiException.standard(401, "X-DOMO-Authentication is missing");
        }
        if (isBlank(call.header("X-DOMO-CustomerDomain"))) {
            throw ApiException.standard(403, "X-DOMO-CustomerDomain is missing");
        }
        ObjectNode body = call.json();
        String name = Json.requiredText(body, "name");
        String description = Json.text(body, "description");
        List<String> scopes = scopes(body.path("scope"));
        return ApiResponse.json(201, state.with(() -> {
            if (!names.add(name)) {
                throw ApiException.standard(409, "name is in use by another client: '" + name + "'");
            }
            Client client =
                    new Client(UUID.randomUUID().toString(), UUID.randomUUID().toString(), scopes);
            clients.add(client);
            activity.record("CREATED", "CLIENT", client.id(), name);
            return json(client, name, description);
        }));
    }

    private static ObjectNode json(Client client, String name, @Nullable String description) {
        ObjectNode json = Json.object().put("name", name);
        if (description != null) {
            json.put("description", description);
        }
        ArrayNode scope = json.putArray("scope");
        client.scopes().forEach(scope::add);
        json.put("user", Owner.ID)
                .put("role", Owner.ROLE)
                .put("client_id", client.id())
                .put("client_secret", client.secret())
                .putArray("authorized_grant_types")
                .add("client_credentials");
        return json;
    }

    private static List<String> scopes(JsonNode scope) {
        Set<String> scopes = new LinkedHashSet<>();
        scope.forEach(one -> scopes.add(one.asText()));
        if (!scope.isArray() || scopes.isEmpty() || !Client.ALL_SCOPES.containsAll(scopes)) {
            throw ApiException.badRequest("scope must be an array of " + Client.ALL_SCOPES + ", but is " + scope);
        }
        return List.copyOf(scopes);
    }

    private static boolean isBlank(@Nullable String header) {
        return Objects.requireNonNullElse(header, "").isBlank();
    }
}
