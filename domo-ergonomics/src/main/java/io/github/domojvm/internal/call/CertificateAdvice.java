package io.github.domojvm.internal.call;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What to do when the certificate of the server was not accepted. */
final class CertificateAdvice {
    private CertificateAdvice() {}

    /**
     * Returns the advice.
     *
     * @param failure how the connection failed
     * @param host the host of the request
     * @return a sentence; empty when the certificate is not the reason
     */
    static String of(IOException failure, String host) {
        boolean untrusted = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return "The certificate of " + host
                        + " has expired: its operator must renew it. Check this machine's clock as well.";
            }
            if (cause instanceof CertificateNotYetValidException) {
                return "The certificate of " + host + " is not valid yet: check this machine's clock.";
            }
            if (cause instanceof SSLPeerUnverifiedException) {
                // OkHttp has no type for it.
                return String.valueOf(cause.getMessage()).startsWith("Certificate pinning failure")
                        ? "The certificate of " + host
                                + " is none of those that the HTTP client pins: update the pins, or check for a proxy that"
                                + " opens TLS."
                        : "The certificate is for another host than " + host
                                + ": check the URL, and for a proxy or a DNS entry that leads elsewhere.";
            }
            untrusted |= cause instanceof GeneralSecurityException;
        }
        return untrusted
                ? "The certificate of " + host
                        + " is not trusted here: if a company's proxy opens TLS, add its authority to the client with"
                        + " trust(file) of its builder, or to the trust store of this JVM."
                : "";
    }
}
