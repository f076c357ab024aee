package io.github.domojvm.internal.parts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.domojvm.internal.parts.ReferenceReader.Reading;
import io.github.domojvm.internal.parts.ReferenceReader.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scanner, reference reader and FastCSV must agree on every input, wherever the blocks end. */
class CsvGrammarTest {
    private static final int MUTATIONS = 6_000;

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyBlockSizeGivesTheOutcomeOfTheTable(CsvCase given) throws IOException {
        for (int blockSize = 1; blockSize <= given.input().length + 2; blockSize++) {
            assertThat(outcome(given, blockSize)).as("blocks of %d", blockSize).isEqualTo(given.outcome());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyBlockSizeGivesTheRowsOfTheReference(CsvCase given) throws IOException {
        for (int blockSize = 1; blockSize <= given.input().length + 2; blockSize++) {
            assertAgree(given.input(), given.columns(), blockSize);
        }
    }

    @Test
    void mutatedFilesAreReadOrRefusedAlike() throws IOException {
        List<CsvCase> seeds = cases();
        int refused = 0;
        for (int seed = 0; seed < MUTATIONS; seed++) {
            Random random = new Random(seed);
            byte[] input = mutate(seeds, random);
            int columns = random.nextInt(4);
            for (int blockSize : new int[] {1, 2, 3, 5, 8, 1 + random.nextInt(64), 256}) {
                try {
                    assertAgree(input, columns, blockSize);
                } catch (AssertionError e) {
                    throw new AssertionError(
                            "seed " + seed + ", blocks of " + blockSize + ", " + columns + " columns", e);
                }
            }
            refused += ReferenceReader.read(input, columns).fault() == null ? 0 : 1;
        }
        assertThat(refused).as("both kinds are common").isBetween(MUTATIONS / 10, MUTATIONS * 9 / 10);
    }

    /** The names are those of a record of the file, so that there is something to avoid. */
    @Test
    void mutatedFilesAreCutBeforeTheSameRecordsOrRefusedAtTheSameLine() throws IOException {
        List<CsvCase> seeds = cases();
        int avoided = 0;
        for (int seed = 0; seed < MUTATIONS; seed++) {
            Random random = new Random(seed);
            byte[] input = mutate(seeds, random);
            Reading reading = ReferenceReader.read(input, 0);
            if (reading.fault() != null || reading.rows().isEmpty()) {
                continue;
            }
            List<Row> rows = reading.rows();
            PartOptions options = PartOptions.builder()
                    .maxRecords(1 + random.nextInt(3))
                    .maxBytes(1 + random.nextInt(40))
                    .avoidAtStart(rows.get(random.nextInt(rows.size())).fields())
                    .build();
            ReferenceCuts expected = ReferenceCuts.of(rows, options);
            avoided += expected.moved() || expected.refusedLine() > 0 ? 1 : 0;
            for (int blockSize : new int[] {1, 2, 3, 5, 8, 1 + random.nextInt(64), 256}) {
                assertThat(cuts(input, options, blockSize))
                        .as("seed %d, blocks of %d, %s", seed, blockSize, options)
                        .isEqualTo(expected.refusedLine() > 0 ? List.of(expected.refusedLine()) : expected.parts());
            }
        }
        assertThat(avoided).isGreaterThan(MUTATIONS / 20);
    }

    private static List<?> cuts(byte[] input, PartOptions options, int blockSize) throws IOException {
        List<String> raw = new ArrayList<>();
        try {
            for (Part part : Cuts.cut(input, options, blockSize)) {
                raw.add(new String(Cuts.raw(part), UTF_8));
            }
            return raw;
        } catch (CsvFormatException e) {
            return List.of(e.line());
        }
    }

    private static void assertAgree(byte[] input, int columns, int blockSize) throws IOException {
        Reading expected = ReferenceReader.read(input, columns);
        PartOptions options = PartOptions.builder()
                .maxRecords(1)
                .columns(columns)
                .uncompressed()
                .build();
        if (expected.fault() != null) {
            CsvFormatException fault =
                    catchThrowableOfType(CsvFormatException.class, () -> Cuts.cut(input, options, blockSize));
            assertThat(fault).as("refused at %s", expected.fault()).isNotNull();
            assertThat(fault.line() + ":" + fault.byteOffset())
                    .as(fault.getMessage())
                    .isEqualTo(expected.fault());
            return;
        }
        List<Part> parts = Cuts.cut(input, options, blockSize);
        List<String> raw = new ArrayList<>();
        for (Part part : parts) {
            raw.add(new String(Cuts.raw(part), UTF_8));
        }
        assertThat(raw).isEqualTo(expected.rows().stream().map(Row::raw).toList());
        assertThat(parts.stream().map(Part::firstLine))
                .isEqualTo(expected.rows().stream().map(Row::line).toList());
        assertThat(fastCsv(String.join("", raw)))
                .isEqualTo(expected.rows().stream().map(Row::fields).toList());
    }

    private static List<List<String>> fastCsv(String text) {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().skipEmptyLines(false).ofCsvRecord(text)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String outcome(CsvCase given, int blockSize) throws IOException {
        PartOptions options =
                PartOptions.builder().maxRecords(1).columns(given.columns()).build();
        try {
            StringBuilder lines = new StringBuilder("lines");
            for (Part part : Cuts.cut(given.input(), options, blockSize)) {
                lines.append(' ').append(part.firstLine());
            }
            return lines.toString();
        } catch (CsvFormatException e) {
            String place = "fault " + e.line() + " " + e.byteOffset() + " ";
            String piece = given.outcome().startsWith(place) ? given.outcome().substring(place.length()) : "";
            return place + (e.getMessage().contains(piece) ? piece : e.getMessage());
        }
    }

    private static byte[] mutate(List<CsvCase> seeds, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = random.nextInt(3); i >= 0; i--) {
            out.writeBytes(seeds.get(random.nextInt(seeds.size())).input());
        }
        byte[] bytes = out.toByteArray();
        byte[] telling = {'"', '"', ',', '\r', '\n', '\n', 'a', ' ', 0, (byte) 0xC3, (byte) 0xA9, (byte) 0xFF};
        for (int i = random.nextInt(4); i > 0 && bytes.length > 1; i--) {
            int place = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[place] = telling[random.nextInt(telling.length)];
                case 1 -> bytes = Arrays.copyOf(bytes, place);
                default -> {
                    byte[] longer = new byte[bytes.length + 1];
                    System.arraycopy(bytes, 0, longer, 0, place);
                    longer[place] = telling[random.nextInt(telling.length)];
                    System.arraycopy(bytes, place, longer, place + 1, bytes.length - place);
                    bytes = longer;
                }
            }
        }
        return bytes;
    }

    static List<CsvCase> cases() throws IOException {
        return CsvCase.all();
    }
}
