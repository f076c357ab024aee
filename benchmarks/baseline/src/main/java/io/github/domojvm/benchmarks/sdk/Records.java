package io.github.domojvm.benchmarks.sdk;

import java.io.BufferedReader;
import java.io.IOException;

/** Cuts a file into Strings of complete records, which the SDK leaves to its user. */
final class Records {
    private final BufferedReader in;
    private final int rows;

    Records(BufferedReader in, int rows) {
        this.in = in;
        this.rows = rows;
    }

    /** Returns the next part, or null after the last one. */
    String next() throws IOException {
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        int records = 0;
        while (records < rows) {
            String line = in.readLine();
            if (line == null) {
                break;
            }
            part.append(line).append('\n');
            quoted ^= hasOddQuotes(line);
            if (!quoted) {
                records++;
            }
        }
        return records == 0 ? null : part.toString();
    }

    private static boolean hasOddQuotes(String line) {
        boolean odd = false;
        for (int i = line.indexOf('"'); i >= 0; i = line.indexOf('"', i + 1)) {
            odd = !odd;
        }
        return odd;
    }
}
