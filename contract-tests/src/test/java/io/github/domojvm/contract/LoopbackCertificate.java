package io.github.domojvm.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A key and a certificate for 127.0.0.1, created for one run.
 *
 * @param keyStore the key store of the server
 * @param password the password of the key store
 * @param pem the certificate that clients trust
 */
record LoopbackCertificate(Path keyStore, String password, Path pem) {
    private static final String ALIAS = "loopback";
    private static final String PASSWORD = "changeit";

    static LoopbackCertificate create(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path keyStore = folder.resolve("loopback.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Command.Outcome outcome = Command.run(
                List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        PASSWORD),
                folder,
                folder.resolve("keytool.log"));
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException(
                    "keytool failed with exit code " + outcome.exitCode() + ". Output:\n" + outcome.output());
        }
        return new LoopbackCertificate(keyStore, PASSWORD, pem(keyStore, folder.resolve("loopback.pem")));
    }

    private static Path pem(Path keyStore, Path file) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(keys.getCertificate(ALIAS).getEncoded());
        return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }
}
