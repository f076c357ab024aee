package io.github.domojvm.internal.auth;

import io.github.domojvm.auth.ClientCredentials;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.DomoIoException;
import java.util.function.Supplier;
import okhttp3.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Authorization} of token requests, for credentials that may change. The provider is called once per
 * token request, so that id and secret belong to the same credentials.
 */
public final class BasicCredentials implements Supplier<String> {
    private final Supplier<ClientCredentials> provider;
    private volatile @Nullable String present;

    /**
     * Creates the header. Does not call the provider.
     *
     * @param provider provides the credentials
     */
    public BasicCredentials(Supplier<ClientCredentials> provider) {
        this.provider = provider;
    }

    /**
     * Gets the current credentials from the provider.
     *
     * @return the header's value
     * @throws DomoException if the provider fails
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
                    "The provider of the client credentials failed ("
                            + e.getClass().getSimpleName()
                            + "). No token was requested. See the cause of this exception.",
                    true,
                    e);
        }
    }
}
