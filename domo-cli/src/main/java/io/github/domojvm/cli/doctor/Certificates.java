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

/** Trusts what the JVM trusts, and remembers what a server showed, so that a refusal can be explained. */
final class Certificates implements X509TrustManager {
    /** Words in the names of authorities that certify public sites. Others are a company's own, as a rule. */
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
    private static final String TRUST = "If it is a company's proxy that opens TLS, trust its authority:"
            + " DOMO_JAVA_OPTS='-Djavax.net.ssl.trustStore=FILE', a key store that has it beside the public ones.";

    private final X509TrustManager usual;
    private volatile X509Certificate @Nullable [] shown;

    Certificates() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            usual = (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JVM's trust store cannot be read: " + e.getMessage(), e);
        }
    }

    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM speaks no TLS: " + e.getMessage(), e);
        }
    }

    /** Tells of a certificate that was accepted. */
    void tell(Checkup checkup, String host, Instant now) {
        X509Certificate[] chain = shown;
        if (chain == null) {
            checkup.warn("TLS", "the server showed no certificate", "Is there a proxy in between?");
            return;
        }
        X509Certificate certificate = chain[0];
        String found = "certificate of " + name(certificate.getSubjectX500Principal()) + ", issued by "
                + issuer(certificate) + ", good until " + day(certificate);
        if (!isPublic(certificate)) {
            checkup.warn(
                    "TLS",
                    found + "; that is no public authority",
                    "A company's proxy has probably put its certificate in place of that of " + host
                            + " and can read what is sent. Uploads work if it lets them pass whole.");
        } else if (Duration.between(now, certificate.getNotAfter().toInstant()).compareTo(SOON) < 0) {
            checkup.warn("TLS", found, "It is about to expire; whoever runs " + host + " must renew it.");
        } else {
            checkup.ok("TLS", found);
        }
    }

    /** Tells why there is no connection, from what was shown. */
    void tellRefusal(Checkup checkup, String host, IOException failure, Instant now) {
        X509Certificate[] chain = shown;
        String reason = "no connection: " + root(failure);
        if (chain == null) {
            checkup.fail(
                    "TLS",
                    reason,
                    "No certificate was shown. Check that the port speaks https and that no firewall or proxy cuts in.");
            return;
        }
        X509Certificate certificate = chain[0];
        String found = reason + "; the certificate of " + name(certificate.getSubjectX500Principal()) + " is issued by "
                + issuer(certificate) + ", good until " + day(certificate);
        if (certificate.getNotAfter().toInstant().isBefore(now)) {
            checkup.fail("TLS", found, "It has expired, or this machine's clock is wrong.");
        } else if (isPublic(certificate)) {
            checkup.fail("TLS", found, "Check that the certificate is one of " + host + ", and update the JVM.");
        } else {
            checkup.fail("TLS", found, "That is no public authority. " + TRUST);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        shown = chain.clone();
        usual.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        usual.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return usual.getAcceptedIssuers();
    }

    static boolean isPublic(X509Certificate certificate) {
        String issuer = issuer(certificate).toLowerCase(Locale.ROOT);
        return PUBLIC.stream().anyMatch(issuer::contains);
    }

    private static String issuer(X509Certificate certificate) {
        return name(certificate.getIssuerX500Principal());
    }

    /** Organisation and common name, as far as they are there. */
    private static String name(X500Principal principal) {
        String common = "";
        String organisation = "";
        try {
            for (Rdn part : new LdapName(principal.getName()).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    common = String.valueOf(part.getValue());
                } else if (part.getType().equalsIgnoreCase("O")) {
                    organisation = String.valueOf(part.getValue());
                }
            }
        } catch (InvalidNameException e) {
            return principal.getName();
        }
        String both = common + (common.isEmpty() || organisation.isEmpty() ? "" : ", ") + organisation;
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
