package io.github.domojvm.cli.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** Creates a key pair with a self-signed certificate, using the JDK's keytool. */
public final class KeyPairFile {
    public static final String PASSWORD = "changeit";

    private KeyPairFile() {}

    /** Creates a PKCS12 file that serves as the key store of a server and as the trust store of its clients. */
    public static Path create(Path file, String name, String... options) throws IOException, InterruptedException {
        String[] line = {
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-dname",
            name,
            "-ext",
            "san=ip:127.0.0.1,dns:localhost",
            "-ext",
            "bc:c=ca:true",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD
        };
        String[] all = Arrays.copyOf(line, line.length + options.length);
        System.arraycopy(options, 0, all, line.length, options.length);
        Process keytool = new ProcessBuilder(all).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException(output);
        }
        return file;
    }
}
