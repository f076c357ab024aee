package io.github.domojvm.internal.parts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No part starts with a record that contains the column names. */
@Timeout(30)
class PartStartTest {
    private static final int RANDOM_FILES = 3_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,n\n",
                "name,n\r\n",
                "\"name\",n\n",
                "name,\"n\"\r\n",
                "\"name\",\"n\"\n",
                " name\t, n \n",
                "\" name\",\"\nn\r\n\"\n"
            })
    void startsAPartOneRecordEarlierIfItWouldStartWithTheNames(String names) throws IOException {
        List<String> records = List.of("a,1\n", "b,2\n", "c,3\r\n", names, "d,4\n", "e,5\n", "f,6\n");

        assertCuts(records, options -> options.maxRecords(3), 2, 3, 2);
        assertCuts(records, options -> options.maxBytes(4 + 4 + 5 + names.length() - 1), 2, 3, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "names,n\n",
                "nam,n\n",
                "Name,n\n",
                "n,name\n",
                "\"name,n\",\n",
                "name,\"n\"\"\"\n",
                "na me,n\n",
                ",\n",
                "name,\n"
            })
    void startsAPartWithARecordThatOnlyResemblesTheNames(String other) throws IOException {
        assertCuts(List.of("a,1\n", "b,2\n", other, "c,3\n"), options -> options.maxRecords(2), 2, 2);
    }

    @Test
    void recognizesNamesInQuotesAndWithSurroundingSpaces() throws IOException {
        for (String names : List.of("\"a\"\"b, c\",\"x\ny\"\n", "\" a\"\"b, c \",\"x\ny\"\r\n")) {
            List<String> records = List.of("1,1\n", "2,2\n", names, "3,3\n");
            UnaryOperator<PartOptions.Builder> options =
                    builder -> builder.maxRecords(2).avoidAtStart(List.of(" a\"b, c", "x\ny"));

            assertCuts(records, options, 1, 2, 1);
        }
    }

    @Test
    void acceptsTheNamesAnywhereElseInAPart() throws IOException {
        List<String> records = List.of("a,1\n", "name,n\n", "name,n\n", "b,2\n", "c,3\n", "name,n\n");

        assertCuts(records, options -> options.maxRecords(3), 3, 3);
        assertCuts(records, options -> options, 6);
    }

    @Test
    void movesThePrecedingRecordToALastPart() throws IOException {
        assertCuts(List.of("a,1\n", "b,2\n", "name,n\n"), options -> options.maxRecords(2), 1, 2);
        assertCuts(List.of("a,1\n", "b,2\n", "name,n"), options -> options.maxBytes(11), 1, 2);
        assertCuts(List.of("a,1\n", "b,2\n", "name,n\n", "\n", "\r\n"), options -> options.maxRecords(2), 1, 2);
    }

    @Test
    void partThatStartsEarlierCanAlsoEndEarlier() throws IOException {
        assertCuts(
                List.of("a,1\n", "b,2\n", "c,3\n", "name,n\n", "d,4\n", "name,n\n", "e,5\n"),
                options -> options.maxRecords(3),
                2,
                2,
                3);
        assertRejected(
                List.of("a,1\n", "b,2\n", "name,n\n", "name,n\n", "d,4\n"), options -> options.maxRecords(2), 4, 15);
    }

    @Test
    void rejectsTheNamesInTheFirstRecord() throws IOException {
        assertRejected(List.of("name,n\n", "a,1\n"), options -> options, 1, 0);
        assertRejected(List.of("x,y\n", "\"name\",n\r\n", "a,1\n"), options -> options.header(true), 2, 4);
        assertRejected(List.of("\uFEFFname,n"), options -> options, 1, 3);
    }

    @Test
    void rejectsTheNamesWhenPartsHaveOneRecord() throws IOException {
        assertRejected(List.of("a,1\n", "\"b\n\",2\n", "name,n\n", "c,3\n"), options -> options.maxRecords(1), 4, 11);
        assertRejected(List.of("a,1\n", "b,2\n", "name,n\n", "c,3\n"), options -> options.maxBytes(4), 3, 8);
    }

    @Test
    void rejectsTheNamesWhenThePrecedingRecordContainsThemToo() throws IOException {
        List<String> records = List.of("a,1\n", "b,2\n", "name,n\n", "\"name\",n\n", "c,3\n");

        assertRejected(records, options -> options.maxRecords(3), 4, 15);
        assertRejected(records, options -> options.maxBytes(20), 4, 15);
    }

    @Test
    void rejectsTheNamesWhenThePrecedingRecordIsTooLarge() throws IOException {
        List<String> records = List.of("a,1\n", "\"" + "b".repeat(10) + "\",2\n", "name,n\n", "c,3\n");

        assertRejected(records, options -> options.maxBytes(21), 3, 19);
        assertCuts(records, options -> options.maxBytes(22), 1, 2, 1);
    }

    @Test
    void messageSuggestsASolution() throws IOException {
        byte[] first = "name,n\n".getBytes(UTF_8);
        byte[] later = "a,1\nname,n\n".getBytes(UTF_8);
        PartOptions options = options(builder -> builder.maxRecords(1));

        assertThat(catchThrowableOfType(CsvFormatException.class, () -> Cuts.cut(first, options, 64)))
                .hasMessage(
                        "Line 1 (byte 0): the record contains the column names and a part would have to start with it,"
                                + " where the service can interpret it as a header line and drop it; declare the"
                                + " header line, or put another record first");
        assertThat(catchThrowableOfType(CsvFormatException.class, () -> Cuts.cut(later, options, 64)))
                .hasMessageStartingWith("Line 2 (byte 4): the record contains the column names")
                .hasMessageEndingWith("remove or move the record, or cut larger parts");
    }

    @Test
    void handlesRecordsOfManyBlocksAroundTheCut() throws IOException {
        String giant = "\"" + "x\n".repeat(400) + "\",1\n";
        String spread = "\"" + " \n".repeat(300) + "name\",n\n";

        assertCuts(List.of("a,1\n", giant, "name,n\n", giant), options -> options.maxRecords(2), 1, 2, 1);
        assertCuts(List.of("a,1\n", giant, spread, giant), options -> options.maxRecords(2), 1, 2, 1);
        assertRejected(List.of("a,1\n", giant, spread, giant), options -> options.maxBytes(900), 403, 809);
        assertRejected(List.of("a,1\n", giant, spread, spread), options -> options.maxRecords(3), 704, 1418);
    }

    @Test
    void returnsAFullPartImmediatelyUnlessNamesAreSet() throws IOException {
        byte[] input = "a,1\nb".getBytes(UTF_8);
        try (PartCutter cutter = Cuts.cutter(
                new ByteArrayInputStream(input),
                PartOptions.builder().maxRecords(1).build(),
                Runnable::run,
                64)) {
            assertThat(cutter.next()).isNotNull();
        }
        try (PartCutter cutter = Cuts.cutter(
                new ByteArrayInputStream(input), options(builder -> builder.maxRecords(1)), Runnable::run, 64)) {
            assertThat(catchThrowableOfType(CsvFormatException.class, cutter::next)
                            .line())
                    .isEqualTo(2);
        }
    }

    @Test
    void cutsRandomFilesAsTheReferenceForEveryBlockSize() throws IOException {
        int moved = 0;
        int rejected = 0;
        for (int seed = 0; seed < RANDOM_FILES; seed++) {
            Random random = new Random(seed);
            List<String> names = List.of("city", "last, \"x\"", "é山").subList(0, 1 + random.nextInt(3));
            List<String> records = RandomRecords.withNames(random, names);
            PartOptions.Builder builder = PartOptions.builder()
                    .maxRecords(1 + random.nextInt(8))
                    .maxBytes(1 + random.nextInt(random.nextBoolean() ? 200 : 1000))
                    .avoidAtStart(names)
                    .parallelism(1 + random.nextInt(3));
            PartOptions options = (random.nextBoolean() ? builder : builder.gzipLevel(0)).build();
            int blockSize = 1 + random.nextInt(random.nextBoolean() ? 10 : 300);
            byte[] input = String.join("", records).getBytes(UTF_8);
            ReferenceCuts expected =
                    ReferenceCuts.of(ReferenceReader.read(input, names.size()).rows(), options);
            String where = "seed " + seed + ", blocks of " + blockSize + ", " + options;

            if (expected.rejectedLine() > 0) {
                CsvFormatException fault =
                        catchThrowableOfType(CsvFormatException.class, () -> Cuts.cut(input, options, blockSize));
                assertThat(fault).as(where).isNotNull();
                assertThat(fault.line()).as(where).isEqualTo(expected.rejectedLine());
                rejected++;
                continue;
            }
            List<Part> parts = Cuts.cut(input, options, blockSize);
            List<String> raw = new ArrayList<>();
            for (Part part : parts) {
                raw.add(new String(Cuts.raw(part), UTF_8));
            }
            assertThat(raw).as(where).isEqualTo(expected.parts());
            assertThat(parts.stream().map(Part::firstLine)).as(where).isEqualTo(expected.firstLines());
            assertThat(parts.stream().map(Part::records)).as(where).isEqualTo(expected.records());
            assertThat(Cuts.join(parts)).as(where).isEqualTo(input);
            moved += expected.moved() ? 1 : 0;
        }
        assertThat(moved).as("files with a part that starts earlier").isGreaterThan(RANDOM_FILES / 20);
        assertThat(rejected).as("rejected files").isBetween(RANDOM_FILES / 10, RANDOM_FILES * 9 / 10);
    }

    private static PartOptions options(UnaryOperator<PartOptions.Builder> setting) {
        return setting.apply(
                        PartOptions.builder().avoidAtStart(List.of("name", "n")).parallelism(2))
                .build();
    }

    private static void assertCuts(
            List<String> records, UnaryOperator<PartOptions.Builder> setting, long... expectedRecords)
            throws IOException {
        byte[] input = String.join("", records).getBytes(UTF_8);
        PartOptions options = options(setting);
        for (int blockSize : blockSizes(input)) {
            List<Part> parts = Cuts.cut(input, options, blockSize);

            assertThat(parts.stream().mapToLong(Part::records).toArray())
                    .as("blocks of " + blockSize)
                    .containsExactly(expectedRecords);
            int from = 0;
            for (Part part : parts) {
                String raw = String.join("", records.subList(from, from + (int) part.records()));
                assertThat(Cuts.raw(part)).asString(UTF_8).isEqualTo(raw.endsWith("\n") ? raw : raw + "\n");
                from += (int) part.records();
            }
        }
    }

    private static void assertRejected(
            List<String> records, UnaryOperator<PartOptions.Builder> setting, long line, long offset) {
        byte[] input = String.join("", records).getBytes(UTF_8);
        PartOptions options = options(setting);
        for (int blockSize : blockSizes(input)) {
            CsvFormatException fault =
                    catchThrowableOfType(CsvFormatException.class, () -> Cuts.cut(input, options, blockSize));
            assertThat(fault).as("blocks of " + blockSize).isNotNull();
            assertThat(fault.line()).as("blocks of " + blockSize).isEqualTo(line);
            assertThat(fault.byteOffset()).as("blocks of " + blockSize).isEqualTo(offset);
        }
    }

    /** Returns every block size, or a selection for long inputs. */
    private static int[] blockSizes(byte[] input) {
        int step = 1 + input.length / 100;
        return IntStream.iterate(1, size -> size < input.length + 2 + step, size -> size + step)
                .toArray();
    }
}
