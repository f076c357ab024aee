package io.github.domojvm.internal.call;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Advice for requests that failed because the certificate of the server was not accepted. */
final class CertificateAdvice {
    private CertificateAdvice() {}

    /**
     * Returns the advice.
     *
     * @param failure the failure of the connection
     * @param host the host of the request
     * @return sentences; empty if the certificate is not the reason
     */
    static String of(IOException failure, String host) {
        boolean untrusted = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return "The certificate of " + host
                        + " has expired. Its operator must renew it; also check the clock of this machine.";
            }
            if (cause instanceof CertificateNotYetValidException) {
                return "The certificate of " + host + " is not yet valid. Check the clock of this machine.";
            }
            if (cause instanceof SSLPeerUnverifiedException) {
                // OkHttp has no exception class for this case.
                return String.valueOf(cause.getMessage()).startsWith("Certificate pinning failure")
                        ? "The certificate of " + host
                                + " does not match a certificate that the HTTP client pins. Update the pins, or check"
                                + " for a proxy that intercepts TLS."
                        : "The certificate is not valid for the host " + host
                                + ". Check the URL, and check for a proxy or a DNS entry that points to another host.";
            }
            untrusted |= cause instanceof GeneralSecurityException;
        }
        return untrusted
                ? "The certificate of " + host
                        + " is not trusted. If a corporate proxy intercepts TLS, add its certificate authority with"
                        + " trust(file) of the client builder, or to the trust store of this JVM."
                : "";
    }
}
