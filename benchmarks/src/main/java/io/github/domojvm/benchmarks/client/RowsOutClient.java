package io.github.domojvm.benchmarks.client;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads a file as typed rows. Arguments: {@code rows} or {@code fastcsv}, the file, the number of rows of a round and
 * the rounds.
 */
public final class RowsOutClient {
    private RowsOutClient() {}

    /**
     * Reads the rows once per round.
     *
     * @param args the program, the file, the rows, the rounds
     * @throws IOException if the file cannot be read
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[1]);
        long rows = Long.parseLong(args[2]);
        int rounds = Integer.parseInt(args[3]);
        Stopwatch.measure(
                rounds,
                () -> check(args[0].equals("rows") ? TypedRows.read(file, rows) : FastCsvInput.read(file, rows), rows));
    }

    /** The sum of the ids proves that all values were read. */
    private static void check(long sum, long rows) {
        long expected = rows * 1_000_000 + rows * (rows - 1) / 2;
        if (sum != expected) {
            throw new IllegalStateException("The sum of the ids is " + sum + " instead of " + expected);
        }
    }
}
