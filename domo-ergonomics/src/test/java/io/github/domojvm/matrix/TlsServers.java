package io.github.domojvm.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Servers with certificates that a client rejects, for all cells of a run. They end with the JVM. */
final class TlsServers {
    /** A name that resolves to the loopback interface. */
    static final String OTHER_HOST = "other.example";

    private static final String ADDRESS = "127.0.0.1";
    private static final HeldCertificate AUTHORITY = authority();
    private static final HandshakeCertificates CLIENT = new HandshakeCertificates.Builder()
            .addTrustedCertificate(AUTHORITY.certificate())
            .build();

    /** The certificate is signed by an authority that the client does not trust. */
    static final HttpUrl UNTRUSTED = start(ADDRESS, leaf(authority(), ADDRESS).build());
    /** The certificate is that of another host. */
    static final HttpUrl WRONG_HOST =
            start(OTHER_HOST, leaf(AUTHORITY, "elsewhere.example").build());
    /** The certificate expired yesterday. */
    static final HttpUrl EXPIRED = start(ADDRESS, expired(leaf(AUTHORITY, ADDRESS)));

    private TlsServers() {}

    /** Returns what the clients trust. */
    static HandshakeCertificates trust() {
        return CLIENT;
    }

    private static HttpUrl start(String host, HeldCertificate certificate) {
        MockWebServer server = new MockWebServer();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return server.url("/").newBuilder().host(host).build();
    }

    private static HeldCertificate authority() {
        return new HeldCertificate.Builder().certificateAuthority(0).build();
    }

    private static HeldCertificate.Builder leaf(HeldCertificate authority, String name) {
        return new HeldCertificate.Builder().signedBy(authority).addSubjectAlternativeName(name);
    }

    private static HeldCertificate expired(HeldCertificate.Builder certificate) {
        Instant now = Instant.now();
        return certificate
                .validityInterval(
                        now.minus(Duration.ofDays(2)).toEpochMilli(),
                        now.minus(Duration.ofDays(1)).toEpochMilli())
                .build();
    }
}
