package io.github.domojvm.cli.doctor;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** Trusts the certificates that the JVM trusts, and records the chain that a server presents to explain failures. */
final class Certificates implements X509TrustManager {
    /** Parts of the names of public certificate authorities. Other authorities usually belong to a company. */
    private static final List<String> PUBLIC = List.of(
            "actalis",
            "amazon",
            "baltimore",
            "buypass",
            "certum",
            "cloudflare",
            "comodo",
            "d-trust",
            "digicert",
            "entrust",
            "geotrust",
            "globalsign",
            "godaddy",
            "google trust",
            "harica",
            "identrust",
            "internet security research",
            "let's encrypt",
            "microsoft",
            "quovadis",
            "rapidssl",
            "sectigo",
            "ssl corp",
            "starfield",
            "swisssign",
            "t-systems",
            "telesec",
            "thawte",
            "unizeto",
            "usertrust",
            "verisign",
            "zerossl");

    private static final Duration SOON = Duration.ofDays(14);
    private static final String TRUST = "If a company's proxy intercepts TLS, trust its authority: set"
            + " DOMO_JAVA_OPTS='-Djavax.net.ssl.trustStore=FILE' to a key store that contains it and the public authorities.";

    private final X509TrustManager defaults;
    private volatile X509Certificate @Nullable [] presented;

    Certificates() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            defaults = (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot read the trust store of the JVM: " + e.getMessage(), e);
        }
    }

    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM does not support TLS: " + e.getMessage(), e);
        }
    }

    /** Reports a certificate that was accepted. */
    void report(Checkup checkup, String host, Instant now) {
        X509Certificate[] chain = presented;
        if (chain == null) {
            checkup.warn(
                    "TLS",
                    "the server presented no certificate",
                    "Check for a proxy between this machine and the server.");
            return;
        }
        X509Certificate certificate = chain[0];
        String found = "certificate of " + name(certificate.getSubjectX500Principal()) + ", issued by "
                + issuer(certificate) + ", valid until " + day(certificate);
        if (!isPublic(certificate)) {
            checkup.warn(
                    "TLS",
                    found + "; the issuer is not a public authority",
                    "A company's proxy has probably replaced the certificate of " + host
                            + " and can read all requests. Uploads work if the proxy forwards them unchanged.");
        } else if (Duration.between(now, certificate.getNotAfter().toInstant()).compareTo(SOON) < 0) {
            checkup.warn("TLS", found, "The certificate expires soon. The operator of " + host + " must renew it.");
        } else {
            checkup.ok("TLS", found);
        }
    }

    /** Reports why TLS failed, based on the certificate that the server presented. */
    void reportFailure(Checkup checkup, String host, IOException failure, Instant now) {
        X509Certificate[] chain = presented;
        String reason = "cannot connect: " + root(failure);
        if (chain == null) {
            checkup.fail(
                    "TLS",
                    reason,
                    "The server presented no certificate. Check that the port serves HTTPS, and that no firewall or proxy"
                            + " interferes.");
            return;
        }
        X509Certificate certificate = chain[0];
        String found = reason + "; certificate of " + name(certificate.getSubjectX500Principal()) + ", issued by "
                + issuer(certificate) + ", valid until " + day(certificate);
        if (certificate.getNotAfter().toInstant().isBefore(now)) {
            checkup.fail("TLS", found, "The certificate has expired, or this machine's clock is wrong.");
        } else if (isPublic(certificate)) {
            checkup.fail("TLS", found, "Check that the certificate belongs to " + host + ", and update the JVM.");
        } else {
            checkup.fail("TLS", found, "The issuer is not a public authority. " + TRUST);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        presented = chain.clone();
        defaults.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        defaults.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return defaults.getAcceptedIssuers();
    }

    static boolean isPublic(X509Certificate certificate) {
        String issuer = issuer(certificate).toLowerCase(Locale.ROOT);
        return PUBLIC.stream().anyMatch(issuer::contains);
    }

    private static String issuer(X509Certificate certificate) {
        return name(certificate.getIssuerX500Principal());
    }

    /** Returns the common name and the organization, as far as they are set. */
    private static String name(X500Principal principal) {
        String common = "";
        String organization = "";
        try {
            for (Rdn part : new LdapName(principal.getName()).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    common = String.valueOf(part.getValue());
                } else if (part.getType().equalsIgnoreCase("O")) {
                    organization = String.valueOf(part.getValue());
                }
            }
        } catch (InvalidNameException e) {
            return principal.getName();
        }
        String both = common + (common.isEmpty() || organization.isEmpty() ? "" : ", ") + organization;
        return both.isEmpty() ? principal.getName() : "'" + both + "'";
    }

    private static LocalDate day(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
