package io.github.domojvm.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Private key and certificate of a sandbox with TLS. */
record TlsKeys(KeyStore keys, String password) {
    private static final String PKCS12 = "PKCS12";

    static TlsKeys read(Path file, String password) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance(PKCS12);
            keys.load(in, password.toCharArray());
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.getKey(alias, password.toCharArray()) != null) {
                    return new TlsKeys(keys, password);
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "keyStore: " + file + " cannot be opened as PKCS12 with this password", e);
        }
        throw new IllegalArgumentException("keyStore: " + file + " contains no private key");
    }

    SslConnectionFactory connections(HttpConfiguration http) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(keys);
        context.setKeyStorePassword(password);
        // Clients do not send SNI for localhost or an IP address, so the SNI host check is off.
        http.addCustomizer(new SecureRequestCustomizer(false));
        return new SslConnectionFactory(context, HttpVersion.HTTP_1_1.asString());
    }

    /** Omits the password. */
    @Override
    public String toString() {
        return "TlsKeys[" + PKCS12 + "]";
    }
}
