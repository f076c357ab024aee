package io.github.domojvm.auth;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.ResponseCheck;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
import io.github.domojvm.rest.api.AuthenticationApi;
import io.github.domojvm.rest.model.CreateClientRequest;
import io.github.domojvm.rest.model.CreatedClient;

/**
 * API clients: the ids and secrets with which programs authenticate.
 *
 * <p>All methods block on the network, and throw a {@link DomoException} if the service or the network fails.
 * Thread-safe. Calls are authorized by a session of a user, not by the client's access token.
 */
public final class ApiClients {
    static {
        FacadeFactory.register(ApiClients.class, ApiClients::new);
    }

    private final AuthenticationApi api;
    private final CallExecutor calls;

    ApiClients(ClientContext client) {
        this.api = client.api().authentication();
        this.calls = client.calls();
    }

    /**
     * Creates an API client, owned by the user of the session. The response is the only one that contains the secret.
     * Not retried after a lost response, since that could create two.
     *
     * @param sessionId the id of a session of a user, which is a secret. The session is started at the instance's own
     *     host with {@code POST /api/content/v2/authentication} (Domo docs, Client API); this client does not do that
     * @param instanceHost the host of the instance, such as {@code northwind.domo.com}
     * @param request the name, unique in the instance, and the scopes
     * @return the client with its id and secret
     * @throws IllegalArgumentException if the session id or the host is blank or cannot be sent in a header
     */
    public CreatedClient create(String sessionId, String instanceHost, CreateClientRequest request) {
        return calls.get(
                api.createClient(
                        header("sessionId", sessionId),
                        header("instanceHost", instanceHost),
                        Args.notNull("request", request)),
                ResponseCheck.hasId(CreatedClient::clientId));
    }

    private static String header(String name, String value) {
        return Args.headerValue(name, Args.notBlank(name, value));
    }
}
