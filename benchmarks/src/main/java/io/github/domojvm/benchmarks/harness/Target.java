package io.github.domojvm.benchmarks.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A row of the table of goals.
 *
 * @param key the name of the row, which begins with that of its goal, such as {@code G1.cold}
 * @param measure what is measured
 * @param limit what the median must reach, such as {@code <= 0.75}
 */
record Target(String key, String measure, String limit) {
    /** Returns all rows in the order of the table. */
    static List<Target> all() {
        try (InputStream in = Target.class.getResourceAsStream("goals.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(columns -> new Target(columns[0], columns[1], columns[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the name of the goal, such as {@code G1}. */
    String goal() {
        return key.split("\\.", 2)[0];
    }

    double number() {
        return Double.parseDouble(limit.split(" ", 2)[1]);
    }

    boolean isMet(double median) {
        return limit.startsWith(">") ? median >= number() : median <= number();
    }
}
