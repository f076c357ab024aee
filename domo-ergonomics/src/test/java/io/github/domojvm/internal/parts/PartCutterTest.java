package io.github.domojvm.internal.parts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartCutterTest {
    private static final int RANDOM_FILES = 400;

    @Test
    void fillsPartsUpToTheLimitsForEveryBlockSize() throws IOException {
        for (int seed = 0; seed < RANDOM_FILES; seed++) {
            Random random = new Random(seed);
            List<String> records = RandomRecords.records(random);
            PartOptions.Builder builder = PartOptions.builder()
                    .maxRecords(1 + random.nextInt(12))
                    .maxBytes(1 + random.nextInt(200))
                    .parallelism(1 + random.nextInt(3));
            PartOptions options =
                    (random.nextBoolean() ? builder.gzipLevel(1 + random.nextInt(9)) : builder.gzipLevel(0)).build();
            int blockSize = 1 + random.nextInt(random.nextBoolean() ? 10 : 300);
            byte[] input = String.join("", records).getBytes(UTF_8);

            List<Part> parts = Cuts.cut(input, options, blockSize);

            String where = "seed " + seed + ", blocks of " + blockSize + ", " + options;
            List<List<String>> expected = RandomRecords.greedy(records, options);
            assertThat(parts).as(where).hasSameSizeAs(expected);
            long line = 1;
            for (int i = 0; i < parts.size(); i++) {
                byte[] raw = String.join("", expected.get(i)).getBytes(UTF_8);
                Part part = parts.get(i);
                assertThat(Cuts.raw(part)).as(where).isEqualTo(raw);
                assertThat(part.number()).as(where).isEqualTo(i + 1);
                assertThat(part.firstLine()).as(where).isEqualTo(line);
                assertThat(part.records()).as(where).isEqualTo(expected.get(i).size());
                assertThat(part.rawBytes()).as(where).isEqualTo(raw.length);
                assertThat(part.crc32()).as(where).isEqualTo(crc(raw));
                assertThat(part.contentLength()).as(where).isEqualTo(Cuts.content(part).length);
                for (int row = 0; row < expected.get(i).size(); row++) {
                    assertThat(part.lineOfRow(row + 1)).as(where).isEqualTo(line);
                    line += expected.get(i)
                            .get(row)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
                }
            }
        }
    }

    @Test
    void pendingPartHasTheAttributesOfTheFinishedPart() throws IOException {
        PartOptions options = PartOptions.builder().maxRecords(2).build();

        try (PartCutter cutter = new PartCutter(input("a,\"\n\"\nb,c\nd,e\n"), options, Runnable::run)) {
            PendingPart first = cutter.next();
            PendingPart second = cutter.next();

            assertThat(first.number()).isEqualTo(1);
            assertThat(first.records()).isEqualTo(2);
            assertThat(first.rawBytes()).isEqualTo(10);
            assertThat(second.number()).isEqualTo(2);
            assertThat(second.firstLine()).isEqualTo(4);
            assertThat(second.ready().join().firstLine()).isEqualTo(4);
            assertThat(cutter.next()).isNull();
            assertThat(cutter.next()).isNull();
            assertThat(cutter.columnNames()).isEmpty();
        }
    }

    @Test
    void slowStreamProducesTheSameParts() throws IOException {
        byte[] input = "a,b\n".repeat(100).getBytes(UTF_8);
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(input)) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return super.read(bytes, from, Math.min(length, 3));
            }
        };
        PartOptions options = PartOptions.builder().maxBytes(50).build();

        try (PartCutter cutter = Cuts.cutter(slow, options, Runnable::run, 32)) {
            assertThat(Cuts.drain(cutter).stream().map(Part::crc32))
                    .isEqualTo(Cuts.cut(input, options, 64).stream()
                            .map(Part::crc32)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 12, 13, 14, 64})
    void readsTheHeaderAndExcludesItFromTheParts(int blockSize) throws IOException {
        byte[] input = "\uFEFFid,\"last, first\",\"a \"\"b\"\"\r\nc\",,\"\",é\r\n1,2,3,4,5,6\r\n".getBytes(UTF_8);
        PartOptions options = PartOptions.builder().header(true).columns(6).build();

        try (PartCutter cutter = Cuts.cutter(new ByteArrayInputStream(input), options, Runnable::run, blockSize)) {
            assertThat(cutter.columnNames()).containsExactly("id", "last, first", "a \"b\"\r\nc", "", "", "é");
            List<Part> parts = Cuts.drain(cutter);
            assertThat(Cuts.join(parts)).asString(UTF_8).isEqualTo("1,2,3,4,5,6\r\n");
            assertThat(parts.get(0).firstLine()).isEqualTo(3);
            assertThat(cutter.columnNames()).hasSize(6);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 64, 1024})
    void firstRecordIsAvailableUnlessItIsLongerThanABlock(int blockSize) throws IOException {
        PartOptions options = PartOptions.builder().header(true).build();
        try (PartCutter cutter =
                Cuts.cutter(input("a,b\n\"1\n\",\"x\"\"y\"\n3,4\n"), options, Runnable::run, blockSize)) {
            assertThat(cutter.firstRecord()).isEmpty();
            assertThat(cutter.next()).isNotNull();
            assertThat(cutter.firstRecord()).isEqualTo(blockSize == 8 ? List.of() : List.of("1\n", "x\"y"));
        }
    }

    @Test
    void readsColumnNamesQuotedFromTheFirstByte() throws IOException {
        PartOptions options = PartOptions.builder().header(true).build();
        try (PartCutter cutter = new PartCutter(input("\"\"\"a\"\"\",\"\",\"b\"\n"), options, Runnable::run)) {
            assertThat(cutter.columnNames()).containsExactly("\"a\"", "", "b");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a,b\n", "a,b\r\n\r\n\n", "\uFEFFa,b\n"})
    void headerWithoutRowsProducesNoPart(String text) throws IOException {
        for (int blockSize = 1; blockSize < 12; blockSize++) {
            PartOptions options = PartOptions.builder().header(true).build();
            try (PartCutter cutter = Cuts.cutter(input(text), options, Runnable::run, blockSize)) {
                assertThat(cutter.next()).isNull();
                assertThat(cutter.columnNames()).containsExactly("a", "b");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n\n", "\uFEFF"})
    void emptyInputHasNoColumnNames(String text) throws IOException {
        for (int blockSize = 1; blockSize < 5; blockSize++) {
            PartOptions options = PartOptions.builder().header(true).build();
            try (PartCutter cutter = Cuts.cutter(input(text), options, Runnable::run, blockSize)) {
                assertThat(cutter.columnNames()).isEmpty();
                assertThat(cutter.next()).isNull();
            }
        }
    }

    @Test
    void headerDefinesTheNumberOfColumns() throws IOException {
        PartOptions options = PartOptions.builder().header(true).build();
        try (PartCutter cutter = new PartCutter(input("a,b\n1,2,3\n"), options, Runnable::run)) {
            assertThatThrownBy(cutter::next)
                    .isInstanceOf(CsvFormatException.class)
                    .hasMessage("Line 2 (byte 4): the record has 3 columns, expected 2;"
                            + " use the same columns in every record and quote fields that contain a comma");
        }
        PartOptions wider = PartOptions.builder().header(true).columns(3).build();
        try (PartCutter cutter = new PartCutter(input("a,b\n1,2,3\n"), wider, Runnable::run)) {
            assertThatThrownBy(cutter::columnNames).hasMessageContaining("has 2 columns, expected 3");
        }
    }

    @Test
    void acceptsARecordOfTheMaximumSizeAndRejectsALargerOne() throws IOException {
        byte[] input = "a,b\nc,12345\r\nd,e".getBytes(UTF_8);
        for (int blockSize = 1; blockSize < 20; blockSize++) {
            PartOptions fits = PartOptions.builder().maxRecordBytes(9).build();
            assertThat(Cuts.join(Cuts.cut(input, fits, blockSize)))
                    .asString(UTF_8)
                    .isEqualTo("a,b\nc,12345\r\nd,e\n");

            PartOptions tooSmall = PartOptions.builder().maxRecordBytes(8).build();
            int size = blockSize;
            CsvFormatException fault =
                    catchThrowableOfType(CsvFormatException.class, () -> Cuts.cut(input, tooSmall, size));
            assertThat(fault)
                    .hasMessage("Line 2 (byte 4): the record does not end within 8 bytes of the record's start;"
                            + " check its line ends and quotes");
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.byteOffset()).isEqualTo(4);
        }
    }

    @Test
    void detectsAnUnclosedQuoteWithinTheRecordLimit() throws IOException {
        Endless endless = new Endless("a,b\nc,\"d\ne,");
        PartOptions options = PartOptions.builder().maxRecordBytes(100_000).build();
        BlockPool blocks = new BlockPool(3, 4096);

        try (PartCutter cutter =
                new PartCutter(endless, options, Runnable::run, blocks, new DeflaterPool(Deflater::new))) {
            assertThatThrownBy(cutter::next)
                    .isInstanceOf(CsvFormatException.class)
                    .hasMessageStartingWith("Line 2 (byte 6): a quote opened here is not closed within 100000 bytes");
        }

        assertThat(endless.served).isLessThan(100_000 + 2 * 4096);
        assertThat(blocks.made()).isLessThanOrEqualTo(3);
    }

    @Test
    void recordLargerThanThePartSizeIsASeparatePart() throws IOException {
        String giant = "\"" + "x".repeat(5_000) + "\",y\n";
        byte[] input = ("a,b\n" + giant + "c,d\n" + giant + giant + "e,f\n").getBytes(UTF_8);
        PartOptions options = PartOptions.builder().maxBytes(1_000).build();

        for (int blockSize : new int[] {1, 100, 1_000, 100_000}) {
            assertThat(Cuts.cut(input, options, blockSize).stream().map(Part::rawBytes))
                    .containsExactly(4L, 5_005L, 4L, 5_005L, 5_005L, 4L);
        }
    }

    @Test
    void acceptsARecordOfManyBlocksAndColumns() throws IOException {
        String wide = ",".repeat(19_999) + "\n";
        String giant = "\"" + "x\n".repeat(500_000) + "\"" + wide;
        byte[] input = (wide + giant + wide).getBytes(UTF_8);

        try (PartCutter cutter = new PartCutter(
                new ByteArrayInputStream(input), PartOptions.builder().build(), Runnable::run)) {
            List<Part> parts = Cuts.drain(cutter);
            assertThat(Cuts.join(parts)).isEqualTo(input);
            assertThat(parts).hasSize(1);
            assertThat(parts.get(0).records()).isEqualTo(3);
            assertThat(parts.get(0).lineOfRow(3)).isEqualTo(500_003);
        }
    }

    private static InputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    /** Returns its bytes and then repeats the last one endlessly. */
    private static final class Endless extends FilterInputStream {
        private final byte[] start;
        private long served;

        Endless(String start) {
            super(nullInputStream());
            this.start = start.getBytes(UTF_8);
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            for (int i = from; i < from + length; i++) {
                bytes[i] = start[(int) Math.min(served++, start.length - 1)];
            }
            return length;
        }
    }
}
