package io.github.domojvm.auth;

import io.github.domojvm.internal.Args;
import java.util.Objects;

/**
 * A client id and secret, as created in Domo's developer portal. Immutable; {@code toString} does not contain the
 * secret.
 */
public final class ClientCredentials {
    private final String id;
    private final String secret;

    private ClientCredentials(String id, String secret) {
        this.id = id;
        this.secret = secret;
    }

    /**
     * Creates credentials.
     *
     * @param clientId the client id
     * @param clientSecret the client secret
     * @return the credentials
     * @throws IllegalArgumentException if one of them is blank
     */
    public static ClientCredentials of(String clientId, String clientSecret) {
        return new ClientCredentials(Args.notBlank("clientId", clientId), Args.notBlank("clientSecret", clientSecret));
    }

    /**
     * Returns the client id.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * Returns the client secret, for the token request only.
     *
     * @return the secret
     */
    public String secret() {
        return secret;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClientCredentials that && id.equals(that.id) && secret.equals(that.secret);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, secret);
    }

    @Override
    public String toString() {
        return "ClientCredentials{id=" + id + ", secret=(secret)}";
    }
}
