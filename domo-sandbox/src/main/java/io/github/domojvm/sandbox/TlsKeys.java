package io.github.domojvm.sandbox;

import java.nio.file.Path;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Key and certificate of a sandbox that speaks TLS. */
record TlsKeys(Path keyStore, String password) {
    SslConnectionFactory connections(HttpConfiguration http) {
        SslContextFactory.Server keys = new SslContextFactory.Server();
        keys.setKeyStorePath(keyStore.toString());
        keys.setKeyStoreType("PKCS12");
        keys.setKeyStorePassword(password);
        // Certificates for localhost and for addresses have no name that a client could ask for.
        http.addCustomizer(new SecureRequestCustomizer(false));
        return new SslConnectionFactory(keys, HttpVersion.HTTP_1_1.asString());
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "TlsKeys[" + keyStore + "]";
    }
}
