package io.github.domojvm.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretsTest {
    private static final Path RULES = Folders.MODULE.resolve("src/test/resources/secrets.tsv");

    private final Secrets secrets = Secrets.parse("""
            # a comment
            secret\thidden-value
            allowed\tquoted.txt\tprinted on purpose: hidden-value\tsubject of the test
            """);

    @TempDir
    Path folder;

    static String[] output() {
        String pair = Base64.getEncoder().encodeToString("sandbox-client:sandbox-secret".getBytes(UTF_8));
        String token = Base64.getUrlEncoder().encodeToString("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(UTF_8));
        return new String[] {
            "<system-out>secret: sandbox-secret</system-out>",
            "Authorization: Basic " + pair,
            "header " + pair,
            "header " + Base64.getEncoder().encodeToString("ada:marker-secret".getBytes(UTF_8)),
            "header " + Base64.getEncoder().encodeToString("all:marker-secret2".getBytes(UTF_8)),
            "header " + Base64.getEncoder().encodeToString("client:marker-secret".getBytes(UTF_8)),
            "token=" + token + ".eyJleHAiOjF9.c2lnbmF0dXJl",
            "authorization: bearer marker-token1",
            "Authorization: Bearer 0a1b2c",
            "{\"client_secret\":\"marker-secret\"}",
            "marker-of-a-secret"
        };
    }

    @ParameterizedTest
    @MethodSource("output")
    void rulesFindTheSecretsOfTheTests(String line) throws IOException {
        Secrets rules = Secrets.parse(Files.readString(RULES));
        Path file = Files.writeString(folder.resolve("TEST-a.xml"), "first\n" + line + "\nlast\n");

        assertThat(rules.find(folder, file))
                .singleElement()
                .asString()
                .startsWith("TEST-a.xml: ")
                .endsWith(line);
    }

    @Test
    void rulesAcceptOtherText() throws IOException {
        Secrets rules = Secrets.parse(Files.readString(RULES));
        Path file = Files.writeString(
                folder.resolve("log.txt"),
                "POST /oauth/token -> 200\nWWW-Authenticate: Bearer error=\"x\"\nBasic setup\n");

        assertThat(rules.find(folder, file)).isEmpty();
    }

    @Test
    void findsASecretBetweenTheBytesOfABinaryFile() throws IOException {
        Path file = Files.write(folder.resolve("journal"), "\0\u00ffhidden-value\0".getBytes(UTF_8));

        assertThat(secrets.find(folder, file)).hasSize(1);
    }

    @Test
    void findsASecretInTheMessageOfARecordedException() throws IOException {
        Path file = folder.resolve("exceptions.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.JavaExceptionThrow").withoutStackTrace();
            recording.start();
            // The constructor is recorded.
            assertThat(new IllegalStateException("failed with hidden-value")).hasNoCause();
            recording.stop();
            recording.dump(file);
        }

        assertThat(secrets.find(folder, file))
                .contains("exceptions.jfr: hidden-value in: java.lang.IllegalStateException: failed with hidden-value");
    }

    @Test
    void ignoresAllowedTextOnlyInItsFile() throws IOException {
        String text = "printed on purpose: hidden-value";
        Path allowed = Files.writeString(folder.resolve("quoted.txt"), text);
        Path other = Files.writeString(folder.resolve("other.txt"), text);
        Path twice = Files.writeString(folder.resolve("also-quoted.txt"), text + " and hidden-value");

        assertThat(secrets.find(folder, allowed)).isEmpty();
        assertThat(secrets.find(folder, other)).hasSize(1);
        assertThat(secrets.find(folder, twice)).hasSize(1);
    }

    @Test
    void everyAllowedTextHasAReason() throws IOException {
        assertThat(Files.readAllLines(RULES).stream().filter(line -> line.startsWith("allowed")))
                .allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(4).doesNotContain(""));
    }

    @Test
    void rejectsAnUnknownRule() {
        assertThatIllegalArgumentException().isThrownBy(() -> Secrets.parse("secrets\ta"));
    }
}
