package io.github.domojvm.internal.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Journals that several processes use. */
class JournalProcessTest {
    private static final JournalRecord FIRST = JournalRecord.of("upload").with("bytes", 3);

    @TempDir
    Path folder;

    @Test
    void anotherProcessCannotOpenAnOpenJournal() throws Exception {
        Path file = folder.resolve("journal");
        try (JournalFile journal = JournalFile.create(file, FIRST)) {
            assertThat(openInAnotherProcess(file)).isEqualTo(inUse(file));
            journal.append(FIRST);
        }
        assertThat(openInAnotherProcess(file)).isEqualTo("2");
    }

    /** POSIX releases the locks of a process on a file when it closes any descriptor of that file. */
    @Test
    void readingAndOpeningTwiceInOneProcessDoNotReleaseTheLock() throws Exception {
        Path file = folder.resolve("journal");
        JournalFile.create(file, FIRST).close();
        try (JournalFile journal = JournalFile.open(file)) {
            assertThat(JournalFile.read(file)).isEqualTo(journal.records());
            assertThatThrownBy(() -> JournalFile.open(file)).isInstanceOf(JournalInUseException.class);
            assertThatThrownBy(() -> JournalFile.create(file, FIRST)).isInstanceOf(IOException.class);

            assertThat(openInAnotherProcess(file)).isEqualTo(inUse(file));
        }
    }

    @Test
    void aJournalThatAnotherProcessHasOpenCanBeReadButNotOpened() throws Exception {
        Path file = folder.resolve("journal");
        JournalFile.create(file, FIRST).close();
        Process child = start("open", file);
        try (BufferedReader output = child.inputReader(UTF_8)) {
            assertThat(output.readLine()).isEqualTo("1");

            assertThatThrownBy(() -> JournalFile.open(file))
                    .isInstanceOf(JournalInUseException.class)
                    .hasMessage(inUse(file));
            assertThat(JournalFile.read(file)).containsExactly(FIRST);
            child.getOutputStream().close();
            assertThat(child.waitFor()).isZero();
        } finally {
            child.destroyForcibly();
        }
        JournalFile.open(file).close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 50, 700, 3000})
    void aKilledProcessLeavesAllRecordsThatItReported(int records) throws Exception {
        Path file = folder.resolve("journal");
        JournalFile.create(file, FIRST).close();
        Process child = start("append", file);
        long reported = 0;
        try (BufferedReader output = child.inputReader(UTF_8)) {
            while (reported < records) {
                reported = Long.parseLong(output.readLine());
            }
            // The handle, since the process would close its output. The last line may be cut off.
            assertThat(child.toHandle().destroyForcibly()).isTrue();
            List<String> rest = new ArrayList<>(output.lines().toList());
            if (rest.size() > 1) {
                reported = Long.parseLong(rest.get(rest.size() - 2));
            }
            child.waitFor();
        } finally {
            child.destroyForcibly();
        }

        try (JournalFile journal = JournalFile.open(file)) {
            assertThat(journal.records()).hasSizeGreaterThanOrEqualTo((int) reported);
            journal.append(FIRST);
        }
        assertThat(JournalFile.read(file)).endsWith(FIRST);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 8, 9, 20})
    void aFileThatCannotGrowEndsWithItsLastCompleteRecord(int limit) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "limits the size of files by ulimit");
        Path file = folder.resolve("journal");
        JournalFile.create(file, FIRST).close();
        List<String> limited =
                new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f " + limit + " && exec \"$@\"", "sh"));
        limited.addAll(command("append", file));

        ProcessBuilder builder = new ProcessBuilder(limited);
        builder.environment().put("LC_ALL", "C");
        List<String> output = run(builder);

        int written = output.size() - 1;
        assertThat(output.get(written - 1))
                .startsWith("A record could not be appended to the journal " + file + ": ")
                .contains("File too large");
        assertThat(output.get(written))
                .isEqualTo(
                        "Nothing can be appended to the journal " + file + ": an earlier record could not be written.");
        try (JournalFile journal = JournalFile.open(file)) {
            assertThat(journal.records()).hasSize(written);
            journal.append(FIRST);
        }
        assertThat(JournalFile.read(file)).hasSize(written + 1);
    }

    @Test
    void ofThreeProcessesThatCreateAJournalOneSucceeds() throws Exception {
        List<String> lines = new ArrayList<>();
        List<Process> children = List.of(start("create", folder), start("create", folder), start("create", folder));
        try {
            for (Process child : children) {
                assertThat(child.inputReader(UTF_8).readLine()).isEqualTo("ready");
            }
            for (Process child : children) {
                child.getOutputStream().close();
            }
            for (Process child : children) {
                lines.addAll(child.inputReader(UTF_8).lines().toList());
                assertThat(child.waitFor()).as(String.join("\n", lines)).isZero();
            }
        } finally {
            children.forEach(Process::destroyForcibly);
        }

        assertThat(lines).hasSize(900).containsOnly("created", "exists");
        assertThat(lines.stream().filter("created"::equals)).hasSize(300);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(300)
                    .allSatisfy(file -> JournalFile.open(file).close());
        }
    }

    private static String inUse(Path file) {
        return "The journal " + file + " is in use: another process has it open.";
    }

    private static String openInAnotherProcess(Path file) throws Exception {
        List<String> output = run(new ProcessBuilder(command("open", file)));
        assertThat(output).hasSize(1);
        return output.get(0);
    }

    private static List<String> run(ProcessBuilder builder) throws Exception {
        Process child = builder.redirectErrorStream(true).start();
        child.getOutputStream().close();
        List<String> output = child.inputReader(UTF_8).lines().toList();
        assertThat(child.waitFor()).as(String.join("\n", output)).isZero();
        return output;
    }

    private static Process start(String mode, Path file) throws IOException {
        return new ProcessBuilder(command(mode, file)).redirectErrorStream(true).start();
    }

    private static List<String> command(String mode, Path file) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                JournalProgram.class.getName(),
                mode,
                file.toString());
    }
}
