package io.github.domojvm.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.cli.Cli;
import io.github.domojvm.sandbox.DomoSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    private static final String SECRET = "marker-of-a-secret";

    @TempDir
    Path folder;

    @AutoClose
    private final DomoSandbox sandbox =
            DomoSandbox.builder().client("loader", SECRET).start();

    @Test
    void areReadFromAFileThatOnlyItsOwnerCanRead() throws IOException {
        Path file = file("""
                # sandbox
                export DOMO_API_URL=%s

                DOMO_CLIENT_ID = loader
                DOMO_CLIENT_SECRET='%s'
                DOMO_SCOPES="data"
                """.formatted(sandbox.url(), SECRET), "rw-------");

        Cli.Ending demo = new Cli().run("demo", "--credentials", file.toString());

        assertThat(demo.exitCode()).as(demo.err()).isZero();
        assertThat(sandbox.requests()).isNotEmpty();
        assertThat(demo.out() + demo.err()).doesNotContain(SECRET);
    }

    @Test
    void areRejectedFromAFileThatOthersCanAccess() throws IOException {
        for (String rights : List.of("rw-r-----", "rw----r--", "rw--w----", "rw-----w-")) {
            Path file = file("DOMO_CLIENT_SECRET=" + SECRET, rights);

            Cli.Ending demo = Cli.against(sandbox).run("demo", "--credentials", file.toString());

            assertThat(demo.exitCode()).isEqualTo(1);
            assertThat(demo.err()).contains("chmod 600 " + file).doesNotContain(SECRET);
        }
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void reportTheNumberOfAnInvalidLineWithoutQuotingIt() throws IOException {
        for (String line : List.of(SECRET, "SECRET=" + SECRET, "='" + SECRET)) {
            Path file = file("\n" + line, "rw-------");

            Cli.Ending demo = Cli.against(sandbox).run("demo", "--credentials", file.toString());

            assertThat(demo.exitCode()).isEqualTo(1);
            assertThat(demo.err())
                    .contains(file + ", line 2: expected NAME=VALUE", "DOMO_CLIENT_SECRET")
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void reportAMissingFile() {
        Cli.Ending demo = Cli.against(sandbox)
                .run("demo", "--credentials", folder.resolve("none").toString());

        assertThat(demo.exitCode()).isEqualTo(1);
        assertThat(demo.err()).contains("Cannot read the credentials file", "NoSuchFileException");
    }

    @Test
    void arePromptedForWhenTheSecretIsMissing() {
        List<String> questions = new ArrayList<>();
        Cli cli = Cli.against(sandbox);
        cli.environment.remove("DOMO_CLIENT_SECRET");
        cli.prompt = question -> {
            questions.add(question);
            return SECRET;
        };

        Cli.Ending demo = cli.run("demo");

        assertThat(demo.exitCode()).as(demo.err()).isZero();
        assertThat(questions).containsExactly("Client secret for loader: ");
        assertThat(demo.out() + demo.err()).doesNotContain(SECRET);
    }

    @Test
    void ctrlCAtThePromptExitsImmediately() {
        Cli cli = Cli.against(sandbox);
        cli.environment.remove("DOMO_CLIENT_SECRET");
        cli.prompt = question -> {
            // On the command's own thread, which would wait for itself if Ctrl-C were not handled immediately.
            cli.interruption.arrive();
            return "";
        };

        Cli.Ending demo = cli.run("demo");

        assertThat(Thread.interrupted()).isFalse();
        assertThat(demo.err()).contains("DOMO_CLIENT_SECRET is not set");
    }

    @Test
    void areMissingWithoutATerminalToPrompt() {
        Cli cli = Cli.against(sandbox);
        cli.environment.remove("DOMO_CLIENT_SECRET");

        Cli.Ending demo = cli.run("demo");

        assertThat(demo.exitCode()).isEqualTo(1);
        assertThat(demo.err()).contains("DOMO_CLIENT_SECRET is not set");
    }

    private Path file(String content, String rights) throws IOException {
        Path file = Files.writeString(folder.resolve("credentials"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }
}
