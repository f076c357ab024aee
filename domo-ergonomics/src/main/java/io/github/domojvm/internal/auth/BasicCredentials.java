package io.github.domojvm.internal.auth;

import io.github.domojvm.auth.ClientCredentials;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.DomoIoException;
import java.util.function.Supplier;
import okhttp3.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Authorization} of token requests, of credentials that may change. The provider is asked once for a
 * token request: asked once more for the secret, it could give that of other credentials.
 */
public final class BasicCredentials implements Supplier<String> {
    private final Supplier<ClientCredentials> provider;
    private volatile @Nullable String present;

    /**
     * Makes one; asks nothing.
     *
     * @param provider gives the credentials
     */
    public BasicCredentials(Supplier<ClientCredentials> provider) {
        this.provider = provider;
    }

    /**
     * Asks for the credentials of now.
     *
     * @return the header's value
     * @throws DomoException when the provider has none
     */
    public String renew() {
        String header = header();
        present = header;
        return header;
    }

    @Override
    public String get() {
        String header = present;
        return header == null ? renew() : header;
    }

    private String header() {
        try {
            ClientCredentials credentials = provider.get();
            return Credentials.basic(credentials.id(), credentials.secret());
        } catch (RuntimeException e) {
            throw new DomoIoException(
                    "The provider of the client's credentials gave none ("
                            + e.getClass().getSimpleName()
                            + "), and no token was asked for. Its exception is the cause of this one.",
                    true,
                    e);
        }
    }
}
