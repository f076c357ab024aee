package io.github.domojvm.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.internal.call.UnusableBodyException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the scanner, which scans eight bytes at a time, with one that scans single bytes. */
class RowScannerAgreementTest {
    private static final long SEED = 20_251_127;
    private static final int INPUTS = 20_000;
    private static final String[] FIELDS = {
        "",
        "a",
        "-1.5",
        "2025-03-04T05:06:07",
        "\"a\"",
        "\"a,b\"",
        "\"a\nb\"",
        "\"a\"\"b\"",
        "ü€😀",
        "x\"y",
        "\r",
        "a longer text"
    };
    private static final String[] LINE_ENDS = {"\n", "\n", "\n", "\r\n"};
    private static final byte[] MUTATIONS = {'"', '"', ',', '\n', '\n', '\r', 'a', ' ', (byte) 0xC3, 0};

    @Test
    void agreesOnMutatedRows() {
        SplittableRandom random = new SplittableRandom(SEED);
        int accepted = 0;
        for (int i = 0; i < INPUTS; i++) {
            int columns = random.nextInt(1, 5);
            byte[] csv = mutated(rows(random, columns), random);
            boolean header = random.nextBoolean();
            String expected = byBytes(csv, columns, header);
            accepted += expected.startsWith("accepted") ? 1 : 0;

            assertThat(inChunks(csv, columns, header, random.nextInt(1, 64)))
                    .as("%d columns: %s", columns, new String(csv, StandardCharsets.UTF_8))
                    .isEqualTo(expected);
        }
        // Otherwise the inputs would not test one of both cases.
        assertThat(accepted).isBetween(INPUTS / 10, INPUTS * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void agreesAtEveryChunkBorder(int columns) {
        SplittableRandom random = new SplittableRandom(SEED + columns);
        for (int i = 0; i < 100; i++) {
            byte[] csv = mutated(rows(random, columns), random);
            String expected = byBytes(csv, columns, true);
            for (int border = 0; border <= csv.length; border++) {
                RowScanner scanner = new RowScanner(columns, true);
                int second = border;
                String found = result(
                        () -> {
                            scanner.scan(csv, 0, second);
                            scanner.scan(csv, second, csv.length - second);
                            scanner.end();
                        },
                        scanner::rows);

                assertThat(found)
                        .as("border %d in %s", border, new String(csv, StandardCharsets.UTF_8))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void agreesOnEveryWordOfSignificantBytes() {
        byte[] alphabet = {'"', ',', '\n', '\r', 'a'};
        byte[] csv = new byte[16];
        // All 390,625 combinations of eight bytes, after an incomplete record.
        for (int number = 0; number < 390_625; number++) {
            int left = number;
            for (int i = 0; i < 8; i++) {
                csv[i] = (byte) (i == 7 ? ',' : 'b');
                csv[8 + i] = alphabet[left % 5];
                left /= 5;
            }
            String expected = byBytes(csv, 3, false);
            String found = inChunks(csv, 3, false, csv.length);
            if (!found.equals(expected)) {
                assertThat(found).as(new String(csv, StandardCharsets.UTF_8)).isEqualTo(expected);
            }
        }
    }

    private static byte[] rows(SplittableRandom random, int columns) {
        StringBuilder csv = new StringBuilder();
        for (int row = random.nextInt(8); row >= 0; row--) {
            for (int column = 0; column < columns; column++) {
                csv.append(column == 0 ? "" : ",").append(FIELDS[random.nextInt(FIELDS.length)]);
            }
            csv.append(LINE_ENDS[random.nextInt(LINE_ENDS.length)]);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mutated(byte[] csv, SplittableRandom random) {
        for (int mutations = random.nextInt(3); mutations > 0; mutations--) {
            csv[random.nextInt(csv.length)] = MUTATIONS[random.nextInt(MUTATIONS.length)];
        }
        return csv;
    }

    private static String byBytes(byte[] csv, int columns, boolean header) {
        ByteRowScanner scanner = new ByteRowScanner(columns, header);
        return result(
                () -> {
                    scanner.scan(csv, 0, csv.length);
                    scanner.end();
                },
                scanner::rows);
    }

    private static String inChunks(byte[] csv, int columns, boolean header, int chunk) {
        RowScanner scanner = new RowScanner(columns, header);
        return result(
                () -> {
                    for (int i = 0; i < csv.length; i += chunk) {
                        scanner.scan(csv, i, Math.min(chunk, csv.length - i));
                    }
                    scanner.end();
                },
                scanner::rows);
    }

    private static String result(Scan scan, LongSupplier rows) {
        try {
            scan.run();
            return "accepted, " + rows.getAsLong() + " rows";
        } catch (UnusableBodyException e) {
            return e.getMessage() + ", after " + rows.getAsLong() + " rows";
        }
    }

    @FunctionalInterface
    private interface Scan {
        void run() throws UnusableBodyException;
    }
}
