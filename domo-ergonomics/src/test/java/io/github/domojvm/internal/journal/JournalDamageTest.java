package io.github.domojvm.internal.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.internal.journal.JournalDamagedException.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalDamageTest {
    private static final JournalRecord FIRST = JournalRecord.of("upload").with("city", "Köln =");

    @TempDir
    Path folder;

    private Path file;
    private final List<JournalRecord> records = new ArrayList<>(List.of(FIRST));
    /** The lengths at which the file ends with a record. */
    private final List<Long> ends = new ArrayList<>();

    private byte[] bytes;

    /** A journal of seven records over three pages. */
    @BeforeEach
    void createJournal() throws IOException {
        file = folder.resolve("journal");
        try (JournalFile journal = JournalFile.create(file, FIRST)) {
            ends.add(Files.size(file));
            for (int length : List.of(0, 10, 3000, 1500, 2700, 5)) {
                JournalRecord record = JournalRecord.of("part").with("text", "x".repeat(length));
                records.add(record);
                journal.append(record);
                ends.add(Files.size(file));
            }
        }
        bytes = Files.readAllBytes(file);
    }

    @Test
    void everyTruncationLeavesCompleteRecordsOrIsReportedWithItsLine() throws Exception {
        int complete = 0;
        for (int length = 0; length < bytes.length; length++) {
            byte[] start = Arrays.copyOf(bytes, length);
            long limit = length;
            long expected = ends.stream().filter(end -> end <= limit).count();
            boolean isComplete = ends.contains(limit) || (length % 4096 == 0 && length > 0);
            if (isComplete) {
                complete++;
                assertThat(read(start)).isEqualTo(records.subList(0, (int) expected));
            } else {
                JournalDamagedException e = damage(start);
                long lines = new String(start, ISO_8859_1)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
                assertThat(e.problem()).isEqualTo(length == 0 ? Problem.EMPTY : Problem.TORN);
                assertThat(e.line()).isEqualTo(length == 0 ? 0 : lines + 1);
                assertThat(e)
                        .hasMessageContaining(length == 0 ? "is empty" : "Line " + (lines + 1) + " of the journal");
            }
        }
        assertThat(complete).isEqualTo(6 + 2);
    }

    @Test
    void everyChangedByteIsFound() {
        for (int position = 0; position < bytes.length; position++) {
            byte original = bytes[position];
            for (int change : new int[] {1, 32, 128, ' ' ^ '\n'}) {
                bytes[position] ^= (byte) change;
                assertThat(damage(bytes).getMessage()).contains(file.toString());
                bytes[position] = original;
            }
        }
    }

    @Test
    void everyRemovedDuplicatedOrSwappedLineIsFound() {
        List<String> lines = List.of(new String(bytes, UTF_8).split("(?<=\n)", -1));
        int last = lines.size() - 2;
        for (int i = 0; i < last; i++) {
            List<String> removed = new ArrayList<>(lines);
            removed.remove(i);
            List<String> duplicated = new ArrayList<>(lines);
            duplicated.add(i, lines.get(i));
            List<String> swapped = new ArrayList<>(lines);
            swapped.set(i, lines.get(i + 1));
            swapped.set(i + 1, lines.get(i));
            for (List<String> changed : List.of(removed, duplicated, swapped)) {
                assertThat(damage(String.join("", changed).getBytes(UTF_8))).hasMessageContaining(file.toString());
            }
        }
    }

    @Test
    void aRemovedRecordIsOutOfSequence() {
        List<String> lines = new ArrayList<>(List.of(new String(bytes, UTF_8).split("(?<=\n)", -1)));
        lines.remove(2);

        JournalDamagedException e = damage(String.join("", lines).getBytes(UTF_8));

        assertThat(e.problem()).isEqualTo(Problem.OUT_OF_SEQUENCE);
        assertThat(e.line()).isEqualTo(3);
        assertThat(e)
                .hasMessage("Line 3 of the journal " + file
                        + " is out of sequence: it is record 3, and record 2 was expected.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello world~                | NOT_A_JOURNAL | 0",
                "id,name~1,x~                | NOT_A_JOURNAL | 0",
                "domo                        | TORN          | 1",
                "domo-upload-journal~        | NOT_A_JOURNAL | 0",
                "domo-upload-journal 2~      | NEWER_VERSION | 1",
                "domo-upload-journal 17~x~   | NEWER_VERSION | 1",
                "domo-upload-journal 0~      | DAMAGED       | 1",
                "domo-upload-journal 1.5~    | DAMAGED       | 1",
                "domo-upload-journal 1~      | TORN          | 2",
                "domo-upload-journal 1~~     | DAMAGED       | 2",
                "domo-upload-journal 1~short~ | DAMAGED      | 2",
                "domo-upload-journal 1~1 upload a=b and no checksum~ | DAMAGED | 2",
                "domo-upload-journal 1~1 upload a=b #00000000~       | DAMAGED | 2"
            })
    void namesTheProblemOfAFile(String content, Problem problem, long line) throws Exception {
        Files.writeString(file, content.replace('~', '\n'));

        for (JournalDamagedException e : List.of(
                catchThrowableOfType(JournalDamagedException.class, () -> JournalFile.read(file)),
                catchThrowableOfType(JournalDamagedException.class, () -> JournalFile.open(file)))) {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.line()).isEqualTo(line);
            assertThat(e).hasMessageContaining(file.toString()).hasNoCause();
        }
        assertThat(Files.readString(file)).isEqualTo(content.replace('~', '\n'));
    }

    /** Lines with valid checksums that this version would not write. */
    @ParameterizedTest
    @CsvSource({
        "1, DAMAGED",
        "1 9, DAMAGED",
        "1 upload a, DAMAGED",
        "1 upload a=b=c, DAMAGED",
        "1 upload a=b a=b, DAMAGED",
        "1 upload  a=b, DAMAGED",
        "1 upload ä=b, DAMAGED",
        "1 upload a=%, DAMAGED",
        "1 upload a=%4, DAMAGED",
        "1 upload a=%XY, DAMAGED",
        "1 upload a=%u12, DAMAGED",
        "1 upload a=\u00ff, DAMAGED",
        "01 upload a=b, OUT_OF_SEQUENCE",
        "one upload a=b, OUT_OF_SEQUENCE"
    })
    void reportsAForeignLineWithAValidChecksum(String text, Problem problem) {
        byte[] line = text.getBytes(ISO_8859_1);
        String content = "domo-upload-journal 1\n" + text + JournalText.checksum(line, line.length) + "\n";

        JournalDamagedException e = damage(content.getBytes(ISO_8859_1));

        assertThat(e.problem()).isEqualTo(problem);
        assertThat(e.line()).isEqualTo(2);
        assertThat(e).hasNoCause();
    }

    /** More bytes than an array can have. */
    @Test
    void aHugeForeignFileIsNotReadIntoMemory() throws Exception {
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(0);
            huge.setLength(4L << 30);
        }

        assertThatThrownBy(() -> JournalFile.read(file))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessage(file + " is not a journal: line 1 has more than 1048576 bytes.");
    }

    @Test
    void aMissingFileIsReportedAndNotCreated() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> JournalFile.open(missing)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> JournalFile.read(missing)).isInstanceOf(NoSuchFileException.class);
        assertThat(missing).doesNotExist();
    }

    @Test
    void aFolderIsNotAJournal() {
        assertThatThrownBy(() -> JournalFile.open(folder))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessage(folder + " is not a journal: it is not a regular file.");
    }

    @Test
    void aDamagedJournalCanBeOpenedAfterItIsRestored() throws Exception {
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        assertThatThrownBy(() -> JournalFile.open(file)).isInstanceOf(JournalDamagedException.class);

        Files.write(file, bytes);
        try (JournalFile journal = JournalFile.open(file)) {
            assertThat(journal.records()).isEqualTo(records);
        }
    }

    private List<JournalRecord> read(byte[] content) throws IOException {
        return JournalReader.read(file, new ByteArrayInputStream(content));
    }

    private JournalDamagedException damage(byte[] content) {
        return catchThrowableOfType(JournalDamagedException.class, () -> read(content));
    }
}
