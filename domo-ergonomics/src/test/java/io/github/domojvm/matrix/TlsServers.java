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
enum TlsServers {
    /** The certificate is signed by an authority that the client does not trust. */
    UNTRUSTED("127.0.0.1", leaf(authority(), "127.0.0.1")),
    /** The certificate is that of another host. */
    WRONG_HOST(TlsServers.OTHER_HOST, leaf(Trusted.AUTHORITY, "elsewhere.example")),
    /** The certificate expired yesterday. */
    EXPIRED("127.0.0.1", expired());

    /** A name that resolves to the loopback interface. */
    static final String OTHER_HOST = "other.example";

    private final String host;
    private final HeldCertificate certificate;
    private HttpUrl url;

    TlsServers(String host, HeldCertificate certificate) {
        this.host = host;
        this.certificate = certificate;
    }

    /** Returns what the clients trust. */
    static HandshakeCertificates trust() {
        return Trusted.CLIENT;
    }

    /** Starts the server, if it is not running, and returns its URL. */
    @SuppressWarnings("resource")
    synchronized HttpUrl url() {
        if (url == null) {
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
            url = server.url("/").newBuilder().host(host).build();
        }
        return url;
    }

    private static HeldCertificate authority() {
        return new HeldCertificate.Builder().certificateAuthority(0).build();
    }

    private static HeldCertificate leaf(HeldCertificate authority, String name) {
        return new HeldCertificate.Builder()
                .signedBy(authority)
                .addSubjectAlternativeName(name)
                .build();
    }

    private static HeldCertificate expired() {
        Instant now = Instant.now();
        return new HeldCertificate.Builder()
                .signedBy(Trusted.AUTHORITY)
                .addSubjectAlternativeName("127.0.0.1")
                .validityInterval(
                        now.minus(Duration.ofDays(2)).toEpochMilli(),
                        now.minus(Duration.ofDays(1)).toEpochMilli())
                .build();
    }

    private static final class Trusted {
        static final HeldCertificate AUTHORITY = authority();
        static final HandshakeCertificates CLIENT = new HandshakeCertificates.Builder()
                .addTrustedCertificate(AUTHORITY.certificate())
                .build();
    }
}
