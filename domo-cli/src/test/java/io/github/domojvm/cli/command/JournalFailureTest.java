package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.cli.Cli;
import io.github.domojvm.sandbox.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads whose journal cannot be used, or belongs to other rows. Nothing is sent, and the journal is not changed. */
class JournalFailureTest {
    private static final String UNUSABLE =
            " If an upload may have been interrupted, check the executions of the Stream and the rows of the DataSet. Then"
                    + " discard the journal with --again, or use another one with --journal.";

    @TempDir
    Path folder;

    @AutoClose
    private JournalFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new JournalFixture(folder);
    }

    @Test
    void tornJournal() throws IOException {
        Path journal = fixture.interrupt();
        String content = Files.readString(journal);
        Files.writeString(journal, content.substring(0, content.length() - 5));

        unusable(journal, "Line 10 of the journal " + journal + " is incomplete: the file ends within it.");
    }

    @Test
    void truncatedJournal() throws IOException {
        Path journal = fixture.interrupt();
        Files.writeString(journal, "domo-upload-journal 1\n");
        unusable(
                journal, "Line 2 of the journal " + journal + " is incomplete: the file ends before the first record.");

        Files.writeString(journal, "");
        unusable(journal, "The journal " + journal + " is empty.");
    }

    @Test
    void changedJournal() throws IOException {
        Path journal = fixture.interrupt();
        List<String> lines = Files.readAllLines(journal);
        lines.remove(3);
        Files.write(journal, lines);

        unusable(journal, "Line 4 of the journal " + journal);
    }

    @Test
    void foreignFile() throws IOException {
        Path journal = fixture.interrupt();
        Files.writeString(journal, "name,amount\nfig,1\n");

        unusable(journal, journal + " is not a journal: its first line is not \"domo-upload-journal\" and a version.");
    }

    private void unusable(Path journal, String problem) throws IOException {
        String before = Files.readString(journal);
        fixture.sandbox.faults().clear();
        int requests = fixture.sandbox.requests().size();

        Cli.Ending upload = fixture.upload();

        assertThat(upload.exitCode()).isEqualTo(1);
        assertThat(upload.err()).startsWith("domo: " + problem).endsWith(UNUSABLE + System.lineSeparator());
        assertThat(fixture.sandbox.requests()).hasSize(requests);
        assertThat(journal).hasContent(before);
    }

    @Test
    void stateFolderThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        int requests = fixture.sandbox.requests().size();
        String[] upload = {
            "upload", fixture.csv.toString(), "--stream", "" + fixture.stream, "--mode", "append", "--part-rows", "2"
        };
        Cli cli = fixture.cli().with("DOMO_STATE_HOME", file.toString());

        Cli.Ending refused = cli.run(upload);

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .startsWith("domo: Cannot upload " + fixture.csv + ". Its journal " + file.resolve("uploads"))
                .contains("cannot be written: ")
                .endsWith(
                        "Nothing was sent. Set DOMO_STATE_HOME to a folder that can be written, select another file with"
                                + " --journal, or specify --no-journal to upload without a journal."
                                + System.lineSeparator());
        assertThat(fixture.sandbox.requests()).hasSize(requests);
        assertThat(fixture.run(cli, fixture.csv.toString(), "--stream", "" + fixture.stream, "--no-journal")
                        .exitCode())
                .isZero();
        Path other = folder.resolve("other.journal");
        assertThat(fixture.run(
                                cli,
                                fixture.csv.toString(),
                                "--stream",
                                "" + fixture.stream,
                                "--journal",
                                other.toString())
                        .exitCode())
                .isZero();
        assertThat(other).doesNotExist();
    }

    @Test
    void changedSource() throws IOException {
        Path journal = fixture.interrupt();
        Files.writeString(fixture.csv, JournalFixture.rows(11, 12), StandardOpenOption.APPEND);

        sourceChanged(journal);
    }

    @Test
    void shrunkSource() throws IOException {
        Path journal = fixture.interrupt();
        Files.writeString(fixture.csv, "name,amount\n" + JournalFixture.rows(1, 9));

        sourceChanged(journal);
    }

    private void sourceChanged(Path journal) {
        long parts = fixture.partRequests();

        Cli.Ending upload = fixture.upload();

        assertThat(upload.exitCode()).isEqualTo(1);
        assertThat(upload.err())
                .startsWith("domo: The upload of " + fixture.csv + " to Stream " + fixture.stream
                        + " was not committed. The journal " + journal + " reports an unfinished upload of "
                        + fixture.csv + " to Stream " + fixture.stream
                        + " with APPEND, execution 1. The source has changed"
                        + " since then, and parts of two versions must not be mixed. To continue that upload, restore the"
                        + " source and run the command again. To discard it, run 'domo reconcile --abort' with the"
                        + " journal. Then run the command again.")
                .endsWith("      Journal " + journal + System.lineSeparator())
                .doesNotContain("abortAndReconcile");
        assertThat(fixture.partRequests()).isEqualTo(parts);
        assertThat(fixture.reconcile("--abort").exitCode()).isZero();
        assertThat(fixture.upload().exitCode()).isZero();
    }

    @Test
    void otherSettingsThanInTheJournal() {
        Path journal = fixture.interrupt();

        Cli.Ending upload = fixture.upload("--no-header");

        assertThat(upload.exitCode()).isEqualTo(1);
        assertThat(upload.err())
                .contains(
                        "This upload has another Stream, update method or header setting." + UNUSABLE,
                        "Journal " + journal);
    }

    @Test
    void secondProcessWithTheSameJournal() throws IOException {
        Path journal = fixture.interrupt();
        try (FileChannel file = FileChannel.open(journal, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            assertThat(lock).isNotNull();

            for (Cli.Ending refused : List.of(fixture.upload(), fixture.upload("--again"))) {
                assertThat(refused.exitCode()).isEqualTo(1);
                assertThat(refused.err())
                        .isEqualTo("domo: Cannot upload " + fixture.csv + ". Its journal " + journal
                                + " is in use: another process is running the same upload. Wait until it has ended."
                                + System.lineSeparator());
            }
            Cli.Ending reconcile = fixture.reconcile("--abort");
            assertThat(reconcile.exitCode()).isEqualTo(3);
            assertThat(reconcile.out()).contains("Upload in progress");
        }
        assertThat(fixture.upload().exitCode()).isZero();
    }

    @Test
    void noProgress() {
        fixture.sandbox
                .faults()
                .add(Fault.on("PUT", "/v1/streams/*/executions/*/part/2")
                        .always()
                        .respond(503, "", "Retry-After", "60"));

        Cli.Ending upload = fixture.upload("--progress-timeout", "1ms");

        assertThat(upload.exitCode()).isEqualTo(1);
        assertThat(upload.err())
                .contains(
                        "No part was acknowledged for PT0.001S",
                        "lower --parallel or --part-bytes, or set a longer --progress-timeout. Then run the command again.")
                .doesNotContain("progressTimeout");
    }

    @Test
    void journalIsReadableByItsOwnerOnly() throws IOException {
        Path journal = fixture.interrupt();

        assertThat(permissions(journal)).isEqualTo("rw-------");
        assertThat(permissions(journal.getParent())).isEqualTo("rwx------");
        assertThat(permissions(journal.getParent().getParent())).isEqualTo("rwx------");
        assertThat(Files.readString(journal)).doesNotContain("fruit 1", "sandbox-secret");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
