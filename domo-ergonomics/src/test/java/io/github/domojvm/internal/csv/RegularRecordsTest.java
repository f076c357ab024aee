package io.github.domojvm.internal.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.internal.parts.MutatedCsv;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The reader of regular records reads what the strict reader reads, and leaves every fault to it. */
class RegularRecordsTest {
    private static final int FILES = 4_000;
    private static final CsvFormat DOMO = new CsvFormat(UTF_8, ',', '"', DomoNull.FIELDS);

    private record Outcome(List<List<String>> records, String fault) {}

    @FunctionalInterface
    private interface Reader {
        List<String> read() throws IOException;
    }

    @Test
    void readsMutatedFilesAsTheStrictReader() throws IOException {
        for (long seed = 0; seed < FILES; seed++) {
            Random random = new Random(seed);
            byte[] csv = MutatedCsv.of(random);
            int columns = random.nextInt(3);

            assertThat(combined(chunks(csv, random, null), DOMO, columns))
                    .as("seed %d, columns %d", seed, columns)
                    .isEqualTo(strict(new ByteArrayInputStream(csv), DOMO, columns));
        }
    }

    @Test
    void readsOtherDialects() throws IOException {
        CsvFormat format = new CsvFormat(UTF_8, ';', '\'', Set.of("NULL", "-", "né"));
        for (long seed = 0; seed < FILES; seed++) {
            Random random = new Random(seed);
            byte[] csv = new String(MutatedCsv.of(random), ISO_8859_1)
                    .replace(',', ';')
                    .replace('"', '\'')
                    .replace("\\N", "né")
                    .getBytes(random.nextBoolean() ? UTF_8 : ISO_8859_1);

            assertThat(combined(chunks(csv, random, null), format, 0))
                    .as("seed %d", seed)
                    .isEqualTo(strict(new ByteArrayInputStream(csv), format, 0));
        }
    }

    @Test
    void reportsTheFailureOfTheStreamAfterTheRecordsBeforeIt() throws IOException {
        byte[] csv = "a,1\nb,2\nc".getBytes(UTF_8);
        for (Exception failure : List.of(new IOException("broken"), new DomoDataException("described", null))) {
            for (int seed = 0; seed < 100; seed++) {
                Outcome read = combined(chunks(csv, new Random(seed), failure), DOMO, 2);

                assertThat(read.records()).containsExactly(List.of("a", "1"), List.of("b", "2"));
                assertThat(read.fault())
                        .isEqualTo(failure instanceof IOException ? "Cannot read the test: broken." : "described");
            }
        }
    }

    @Test
    void readsRecordsThatAreLongerThanItsBuffer() throws IOException {
        for (int length : List.of(32 << 10, (32 << 10) + 1, (1 << 20) - 5, 1 << 20, 3 << 20)) {
            byte[] csv =
                    ("a,b\n" + "x".repeat(length) + ",\"" + "y\n".repeat(length / 2) + "\"\n1,2\n\n3").getBytes(UTF_8);

            Outcome read = combined(chunks(csv, new Random(length), null), DOMO, 2);

            assertThat(read.records()).hasSize(3);
            assertThat(read).isEqualTo(strict(new ByteArrayInputStream(csv), DOMO, 2));
        }
    }

    @Test
    void readsARecordAsSoonAsItIsComplete() {
        InputStream csv = new InputStream() {
            private int next;

            @Override
            public int read() {
                if (next == 4) {
                    throw new AssertionError("read beyond the record");
                }
                return "1,a\n".charAt(next++);
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                target[offset] = (byte) read();
                return 1;
            }
        };

        assertThat(new CsvRecords("the test", csv, UTF_8, ',', '"', DomoNull.FIELDS, 2).next())
                .containsExactly("1", "a");
    }

    @Test
    void doesNotReadAgainAfterTheEnd() throws IOException {
        InputStream bytes = new ByteArrayInputStream("a\nb".getBytes(UTF_8));
        InputStream csv = new FilterInputStream(bytes) {
            private boolean ended;

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                assertThat(ended).isFalse();
                int count = super.read(target, offset, length);
                ended = count < 0;
                return count;
            }
        };

        assertThat(combined(csv, DOMO, 1).records()).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void acceptsTheReplacementCharacterAsText() throws IOException {
        byte[] csv = "\uFFFD,\"a\uFFFD\"\n".getBytes(UTF_8);

        assertThat(combined(new ByteArrayInputStream(csv), DOMO, 2).records())
                .containsExactly(List.of("\uFFFD", "a\uFFFD"));
    }

    private static Outcome combined(InputStream csv, CsvFormat format, int columns) throws IOException {
        try (CsvRecords records = new CsvRecords(
                "the test", csv, format.charset(), format.separator(), format.quote(), format.nulls(), columns)) {
            return outcome(() -> records.hasNext() ? records.next() : null);
        }
    }

    private static Outcome strict(InputStream csv, CsvFormat format, int columns) throws IOException {
        try (StrictRecords records = new StrictRecords("the test", format, csv, Start.OF_INPUT, columns)) {
            return outcome(records::read);
        }
    }

    private static Outcome outcome(Reader reader) throws IOException {
        List<List<String>> all = new ArrayList<>();
        try {
            for (List<String> record = reader.read(); record != null; record = reader.read()) {
                all.add(record);
            }
            return new Outcome(all, "");
        } catch (CsvException e) {
            return new Outcome(all, e.line() + ": " + e.getMessage());
        } catch (DomoException e) {
            return new Outcome(all, e.getMessage());
        }
    }

    /** Returns few bytes at a time, and fails at the end unless the failure is null. */
    private static InputStream chunks(byte[] csv, Random random, Exception failure) {
        int most = 1 + random.nextInt(random.nextBoolean() ? 5 : 20_000);
        InputStream bytes = new ByteArrayInputStream(csv);
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = bytes.read(target, offset, Math.min(length, 1 + random.nextInt(most)));
                if (count >= 0 || failure == null) {
                    return count;
                }
                if (failure instanceof IOException e) {
                    throw e;
                }
                throw (RuntimeException) failure;
            }
        };
    }
}
