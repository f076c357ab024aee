package io.github.domojvm.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Certificate authorities that are trusted in addition to those of the JVM, such as that of a corporate proxy.
 *
 * @param context creates sockets
 * @param manager checks certificates
 */
public record Trust(SSLContext context, X509TrustManager manager) {
    /**
     * Reads certificate authorities.
     *
     * @param file certificates in PEM or DER, or a key store in PKCS12 or JKS
     * @param password opens a key store, null for a file of certificates
     * @return the JVM's authorities and those of the file
     * @throws IllegalArgumentException if the file cannot be read or contains no certificate
     */
    public static Trust with(Path file, @Nullable String password) {
        try {
            List<Certificate> authorities = password == null ? certificates(file) : keyStore(file, password);
            if (authorities.isEmpty()) {
                throw new IllegalArgumentException(file + " contains no certificate to trust");
            }
            for (X509Certificate known : manager(null).getAcceptedIssuers()) {
                authorities.add(known);
            }
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            for (Certificate authority : authorities) {
                all.setCertificateEntry("authority" + all.size(), authority);
            }
            X509TrustManager manager = manager(all);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            return new Trust(context, manager);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "The certificate authorities cannot be read from " + file + ": " + e.getMessage()
                            + ". The file must contain certificates, or be a key store with its password",
                    e);
        }
    }

    private static List<Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(in));
        }
    }

    private static List<Certificate> keyStore(Path file, String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(file.toFile(), password.toCharArray());
        List<Certificate> certificates = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            certificates.add(store.getCertificate(alias));
        }
        return certificates;
    }

    private static X509TrustManager manager(@Nullable KeyStore authorities) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("this JVM has no trust manager for X.509 certificates");
    }
}
