package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.Cli;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.stream.CommitInterval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The options for a commit that is too early. */
class EarlyCommitTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private String file;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("fruit.csv"), "Fruit\nApple\n").toString();
    }

    @Test
    void namesSelectTheSettingsOfTheLibrary() {
        EarlyCommit.Converter converter = new EarlyCommit.Converter();

        assertThat(converter.convert("retry").apply(HOUR)).isEqualTo(CommitInterval.waitAfterRefusal(HOUR));
        assertThat(converter.convert("Wait").apply(HOUR)).isEqualTo(CommitInterval.waitBeforeSending(HOUR));
        assertThat(converter.convert("FAIL").apply(HOUR)).isEqualTo(CommitInterval.failBeforeSending(HOUR));
    }

    @Test
    void failEndsTheCommandBeforeAnythingIsSentAndNamesTheOptions() {
        try (DomoSandbox sandbox = DomoSandbox.start()) {
            assertThat(create(sandbox).exitCode()).isZero();

            Cli.Ending upload = upload(sandbox, "--early-commit=fail", "--commit-interval=1h");

            assertThat(upload.exitCode()).isNotZero();
            assertThat(upload.err())
                    .contains("was committed less than 1 h ago")
                    .contains("Nothing was sent. Run the command again then, or specify --early-commit=wait.");
            assertThat(sandbox.requests())
                    .filteredOn(request -> request.path().endsWith("/commit"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry", "wait", "fail"})
    void intervalOfZeroNeitherWaitsNorFails(String action) {
        try (DomoSandbox sandbox = DomoSandbox.start()) {
            assertThat(create(sandbox).exitCode()).isZero();

            Cli.Ending upload = upload(sandbox, "--early-commit=" + action, "--commit-interval=0s");

            assertThat(upload.exitCode()).isZero();
            assertThat(upload.err()).isEmpty();
        }
    }

    private Cli.Ending create(DomoSandbox sandbox) {
        return Cli.against(sandbox).run("upload", file, "--create", "Fruit", "--mode", "replace");
    }

    private Cli.Ending upload(DomoSandbox sandbox, String action, String interval) {
        try (DomoClient domo = Cli.client(sandbox)) {
            long stream = domo.streams().list().iterator().next().id();
            return Cli.against(sandbox)
                    .run("upload", file, "--stream", stream + "", "--mode", "replace", "--quiet", action, interval);
        }
    }
}
