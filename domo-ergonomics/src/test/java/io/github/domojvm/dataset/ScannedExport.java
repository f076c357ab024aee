package io.github.domojvm.dataset;

import io.github.domojvm.internal.call.UnusableBodyException;
import java.util.OptionalLong;
import java.util.Random;

/** Scans complete exports in chunks of random sizes, as a network delivers them. */
public final class ScannedExport {
    private ScannedExport() {}

    /** Returns the number of rows, or nothing if the export is rejected. */
    public static OptionalLong rows(byte[] csv, int columns, Random random) {
        try {
            return OptionalLong.of(rowsOf(csv, columns, random));
        } catch (UnusableBodyException e) {
            return OptionalLong.empty();
        }
    }

    static long rowsOf(byte[] csv, int columns, Random random) throws UnusableBodyException {
        RowScanner scanner = new RowScanner(columns, false);
        int chunk = random.nextBoolean() ? 8 : 8 << 10;
        for (int i = 0; i < csv.length; ) {
            int count = Math.min(csv.length - i, random.nextInt(chunk));
            scanner.scan(csv, i, count);
            i += count;
        }
        scanner.end();
        return scanner.rows();
    }
}
