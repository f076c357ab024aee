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

/** Scanner, reference reader and FastCSV agree on every input for every block size. */
class CsvGrammarTest {
    private static final int MUTATIONS = 6_000;

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyBlockSizeHasTheOutcomeOfTheTable(CsvCase csvCase) throws IOException {
        for (int blockSize = 1; blockSize <= csvCase.input().length + 2; blockSize++) {
            assertThat(outcome(csvCase, blockSize))
                    .as("blocks of %d", blockSize)
                    .isEqualTo(csvCase.outcome());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyBlockSizeProducesTheRowsOfTheReference(CsvCase csvCase) throws IOException {
        for (int blockSize = 1; blockSize <= csvCase.input().length + 2; blockSize++) {
            assertAgree(csvCase.input(), csvCase.columns(), blockSize);
        }
    }

    @Test
    void acceptsAndRejectsTheSameMutatedFilesAsTheReference() throws IOException {
        List<CsvCase> seeds = cases();
        int rejected = 0;
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
            rejected += ReferenceReader.read(input, columns).fault() == null ? 0 : 1;
        }
        assertThat(rejected)
                .as("accepted and rejected inputs are both frequent")
                .isBetween(MUTATIONS / 10, MUTATIONS * 9 / 10);
    }

    /** Uses the fields of a record of the file as the names to avoid. */
    @Test
    void cutsAndRejectsMutatedFilesAsTheReferenceDoes() throws IOException {
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
            avoided += expected.moved() || expected.rejectedLine() > 0 ? 1 : 0;
            for (int blockSize : new int[] {1, 2, 3, 5, 8, 1 + random.nextInt(64), 256}) {
                assertThat(cuts(input, options, blockSize))
                        .as("seed %d, blocks of %d, %s", seed, blockSize, options)
                        .isEqualTo(expected.rejectedLine() > 0 ? List.of(expected.rejectedLine()) : expected.parts());
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
                .gzipLevel(0)
                .build();
        if (expected.fault() != null) {
            CsvFormatException fault =
                    catchThrowableOfType(CsvFormatException.class, () -> Cuts.cut(input, options, blockSize));
            assertThat(fault).as("rejected at %s", expected.fault()).isNotNull();
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

    private static String outcome(CsvCase csvCase, int blockSize) throws IOException {
        PartOptions options =
                PartOptions.builder().maxRecords(1).columns(csvCase.columns()).build();
        try {
            StringBuilder lines = new StringBuilder("lines");
            for (Part part : Cuts.cut(csvCase.input(), options, blockSize)) {
                lines.append(' ').append(part.firstLine());
            }
            return lines.toString();
        } catch (CsvFormatException e) {
            String index = "fault " + e.line() + " " + e.byteOffset() + " ";
            String piece =
                    csvCase.outcome().startsWith(index) ? csvCase.outcome().substring(index.length()) : "";
            return index + (e.getMessage().contains(piece) ? piece : e.getMessage());
        }
    }

    private static byte[] mutate(List<CsvCase> seeds, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = random.nextInt(3); i >= 0; i--) {
            out.writeBytes(seeds.get(random.nextInt(seeds.size())).input());
        }
        byte[] bytes = out.toByteArray();
        byte[] significant = {'"', '"', ',', '\r', '\n', '\n', 'a', ' ', 0, (byte) 0xC3, (byte) 0xA9, (byte) 0xFF};
        for (int i = random.nextInt(4); i > 0 && bytes.length > 1; i--) {
            int index = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[index] = significant[random.nextInt(significant.length)];
                case 1 -> bytes = Arrays.copyOf(bytes, index);
                default -> {
                    byte[] longer = new byte[bytes.length + 1];
                    System.arraycopy(bytes, 0, longer, 0, index);
                    longer[index] = significant[random.nextInt(significant.length)];
                    System.arraycopy(bytes, index, longer, index + 1, bytes.length - index);
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
