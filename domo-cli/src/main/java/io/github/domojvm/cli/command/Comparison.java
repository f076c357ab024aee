package io.github.domojvm.cli.command;

import io.github.domojvm.rest.model.ColumnType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares every row of two CSV files that have a header line. The order of an export is not guaranteed, and numbers
 * and times may be formatted differently; therefore rows are counted independently of their order, and values are
 * compared according to their column type. Only rows without a match so far are in memory.
 */
final class Comparison {
    private final List<ColumnType> types;
    /** How many more times a row occurred in the first file than in the second. Rows with equal counts are removed. */
    private final Map<List<@Nullable String>, Integer> surplus = new HashMap<>();

    private boolean sameHeader;
    private long rows;

    private Comparison(List<ColumnType> types) {
        this.types = types;
    }

    static Comparison of(List<ColumnType> types, Path first, Path second) throws IOException {
        Comparison comparison = new Comparison(types);
        try (CsvRows left = new CsvRows(first);
                CsvRows right = new CsvRows(second)) {
            comparison.sameHeader = Objects.equals(left.next(), right.next());
            comparison.run(left, right);
        }
        return comparison;
    }

    boolean equal() {
        return sameHeader && surplus.isEmpty();
    }

    /** Returns the number of rows in the first file. */
    long rows() {
        return rows;
    }

    /** Describes up to three rows that differ, and the header lines if they differ; empty if the files are equal. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        if (!sameHeader) {
            differences.add("the header lines differ");
        }
        surplus.entrySet().stream()
                .limit(3)
                .forEach(entry ->
                        differences.add((entry.getValue() > 0 ? "missing from the export: " : "only in the export: ")
                                + entry.getKey()));
        return differences;
    }

    private void run(CsvRows left, CsvRows right) {
        while (true) {
            List<@Nullable String> mine = left.next();
            List<@Nullable String> theirs = right.next();
            if (mine == null && theirs == null) {
                return;
            }
            if (mine != null) {
                rows++;
                count(mine, 1);
            }
            if (theirs != null) {
                count(theirs, -1);
            }
        }
    }

    private void count(List<@Nullable String> row, int by) {
        for (int i = 0; i < row.size() && i < types.size(); i++) {
            row.set(i, normalize(types.get(i), row.get(i)));
        }
        // A null result removes the entry.
        surplus.merge(row, by, (before, more) -> before + more == 0 ? null : before + more);
    }

    private static @Nullable String normalize(ColumnType type, @Nullable String text) {
        if (text == null || type == ColumnType.STRING) {
            return text;
        }
        if (text.isEmpty()) {
            return null;
        }
        return switch (type) {
            case LONG, DOUBLE, DECIMAL ->
                new BigDecimal(text).stripTrailingZeros().toString();
            case DATETIME -> text.replace('T', ' ');
            default -> text;
        };
    }
}
