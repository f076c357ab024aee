package io.github.domojvm.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
    private static final JournalRecord FIRST = JournalRecord.of("upload").with("file", "sales of May.csv");

    @TempDir
    Path folder;

    @Test
    void isReadableText() throws Exception {
        Path file = folder.resolve("journal");
        try (JournalFile journal = JournalFile.create(file, FIRST)) {
            journal.append(JournalRecord.of("part").with("number", 1).with("note", "50% = half\n"));
            journal.appendDurably(JournalRecord.of("commit").with("city", "Köln 🍎"));
        }

        assertThat(Files.readString(file).replaceAll("#[0-9a-f]{8}\n", "#\n")).isEqualTo("""
                domo-upload-journal 1
                1 upload file=sales%20of%20May.csv #
                2 part number=1 note=50%25%20%3D%20half%0A #
                3 commit city=Köln%20🍎 #
                """);
    }

    @Test
    void preservesEveryCharacter() throws Exception {
        Path file = folder.resolve("journal");
        List<JournalRecord> written = new ArrayList<>(List.of(FIRST));
        try (JournalFile journal = JournalFile.create(file, FIRST)) {
            for (int start = 0; start <= Character.MAX_VALUE; start += 256) {
                StringBuilder block = new StringBuilder();
                IntStream.range(start, start + 256).forEach(unit -> block.append((char) unit));
                written.add(
                        JournalRecord.of("units").with("a", block.toString()).with("b", ""));
                journal.append(written.get(written.size() - 1));
            }
            for (int code = Character.MAX_VALUE + 1; code <= Character.MAX_CODE_POINT; code += 0xFFF) {
                written.add(JournalRecord.of("code").with("a", Character.toString(code) + '\uD83C'));
                journal.append(written.get(written.size() - 1));
            }
        }

        assertThat(JournalFile.read(file)).isEqualTo(written);
    }

    @Test
    void appendsAfterTheRecordsThatItFinds() throws Exception {
        Path file = folder.resolve("journal");
        JournalFile.create(file, FIRST).close();
        List<JournalRecord> expected = new ArrayList<>(List.of(FIRST));
        for (int i = 0; i < 5; i++) {
            JournalRecord next = JournalRecord.of("part").with("number", i);
            try (JournalFile journal = JournalFile.open(file)) {
                assertThat(journal.records()).isEqualTo(expected);
                journal.append(next);
                assertThat(journal.records()).isEqualTo(expected);
            }
            expected.add(next);
        }

        assertThat(JournalFile.read(file)).isEqualTo(expected);
    }

    @Test
    void noAppendedRecordCrossesAPage() throws Exception {
        Path file = folder.resolve("journal");
        List<JournalRecord> written = new ArrayList<>(List.of(FIRST));
        try (JournalFile journal = JournalFile.create(file, FIRST)) {
            for (int i = 0; i < 3000; i++) {
                JournalRecord record = JournalRecord.of("part").with("text", "x".repeat(i * 7919 % 701));
                journal.append(record);
                written.add(record);
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        int pages = bytes.length / 4096;

        assertThat(JournalFile.read(file)).isEqualTo(written);
        assertThat(pages).isGreaterThan(250);
        assertThat(IntStream.rangeClosed(1, pages).map(page -> bytes[page * 4096 - 1]))
                .containsOnly((int) '\n');
    }

    @Test
    void aRecordOfOnePageIsAppendedAtAnyPosition() throws Exception {
        int overhead = "2 part text= #00000000\n".length();
        JournalRecord longest = JournalRecord.of("part").with("text", "x".repeat(4096 - overhead));
        JournalRecord tooLong = JournalRecord.of("part").with("text", "x".repeat(4097 - overhead));
        for (int length = 4000; length < 4100; length++) {
            Path file = folder.resolve("journal" + length);
            JournalRecord first = JournalRecord.of("upload").with("text", "x".repeat(length));
            try (JournalFile journal = JournalFile.create(file, first)) {
                journal.append(longest);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> journal.append(tooLong))
                        .withMessageStartingWith("record must have at most 4096 bytes");
            }

            assertThat(JournalFile.read(file)).containsExactly(first, longest);
            assertThat(Files.size(file) % 4096).isZero();
        }
    }

    @Test
    void theFirstRecordMayBeLongerThanAPage() throws Exception {
        Path file = folder.resolve("journal");
        JournalRecord longest = JournalRecord.of("upload").with("columns", "ä".repeat(520_000));
        JournalRecord second = JournalRecord.of("part");
        try (JournalFile journal = JournalFile.create(file, longest)) {
            journal.append(second);
        }

        assertThat(JournalFile.read(file)).containsExactly(longest, second);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JournalFile.create(folder.resolve("b"), longest.with("more", "ä".repeat(10_000))))
                .withMessageStartingWith("first must have at most 1048576 bytes");
        assertThat(folder).isDirectoryNotContaining("glob:**/b*");
    }

    @Test
    void threadsAppendWithoutLosingRecords() throws Exception {
        Path file = folder.resolve("journal");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (JournalFile journal = JournalFile.create(file, FIRST)) {
            List<Future<?>> appends = new ArrayList<>();
            for (int start = 0; start < 8000; start += 1000) {
                PrimitiveIterator.OfInt numbers =
                        IntStream.range(start, start + 1000).iterator();
                appends.add(threads.submit(() -> {
                    while (numbers.hasNext()) {
                        journal.append(JournalRecord.of("part").with("number", numbers.nextInt()));
                    }
                    return null;
                }));
            }
            for (Future<?> append : appends) {
                append.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(JournalFile.read(file).stream()
                        .skip(1)
                        .map(record -> record.fields().get("number")))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 8000).mapToObj(Integer::toString).toList());
    }

    @Test
    void anInterruptedThreadAppends() throws Exception {
        Path file = folder.resolve("journal");
        JournalFile.create(file, FIRST).close();
        try {
            Thread.currentThread().interrupt();
            try (JournalFile journal = JournalFile.open(file)) {
                journal.append(FIRST);
                journal.appendDurably(FIRST);
                assertThat(JournalFile.read(file)).hasSize(3);
            }
            assertThat(JournalFile.read(file)).hasSize(3);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void aClosedJournalAcceptsNoRecord() throws Exception {
        Path file = folder.resolve("journal");
        JournalFile journal = JournalFile.create(file, FIRST);
        journal.close();
        journal.close();

        assertThatThrownBy(() -> journal.append(FIRST))
                .isInstanceOf(IOException.class)
                .hasMessage("Nothing can be appended to the journal " + file + ": it is closed.");
        assertThat(JournalFile.read(file)).containsExactly(FIRST);
    }

    @Test
    void isOpenOnlyOnceInOneProcess() throws Exception {
        Path file = folder.resolve("journal");
        try (JournalFile journal = JournalFile.create(file, FIRST)) {
            assertThatThrownBy(() -> JournalFile.open(file))
                    .isInstanceOf(JournalInUseException.class)
                    .hasMessage("The journal " + file + " is in use: this process has it open.");
            journal.append(FIRST);
            assertThat(JournalFile.read(file)).hasSize(2);
            journal.append(FIRST);
        }
        try (JournalFile journal = JournalFile.open(file)) {
            assertThat(journal.records()).hasSize(3);
        }
    }

    @Test
    void isOpenOnlyOnceUnderTwoNames() throws Exception {
        Path file = folder.resolve("journal");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        try (JournalFile journal = JournalFile.create(file, FIRST)) {
            assertThatThrownBy(() -> JournalFile.open(link)).isInstanceOf(JournalInUseException.class);
            journal.append(FIRST);
        }
    }

    /** Another process creates and deletes the journal; this one never leaves an empty file in its place. */
    @Test
    void aJournalThatIsDeletedWhileItIsOpenedIsNotCreated() throws Exception {
        Path file = folder.resolve("journal");
        JournalFile.create(file, FIRST).close();
        byte[] content = Files.readAllBytes(file);
        Path original = Files.write(folder.resolve("original"), content);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> changes = thread.submit(() -> {
                for (int i = 0; i < 50_000; i++) {
                    Files.deleteIfExists(file);
                    try {
                        Files.createLink(file, original);
                    } catch (FileAlreadyExistsException e) {
                        // The empty file exists for a moment.
                        assertThat(Files.size(original)).isEqualTo(content.length);
                    }
                }
                Files.deleteIfExists(file);
                return null;
            });
            while (!changes.isDone()) {
                try (JournalFile journal = JournalFile.open(file)) {
                    assertThat(journal.records()).containsExactly(FIRST);
                } catch (NoSuchFileException e) {
                    assertThat(e).hasMessageContaining(file.toString());
                }
            }
            changes.get();
        } finally {
            thread.shutdown();
        }

        assertThat(file).doesNotExist();
        assertThat(original).hasBinaryContent(content);
    }
}
