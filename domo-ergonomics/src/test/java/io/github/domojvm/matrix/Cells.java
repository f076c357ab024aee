package io.github.domojvm.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The tables of the matrix. */
final class Cells {
    private Cells() {}

    /** Returns the cells that are run. */
    static List<Cell> run() {
        String only = System.getProperty("matrix.only", "");
        return all().stream()
                .filter(Cell::isRun)
                .filter(cell -> cell.toString().matches(only + ".*"))
                .toList();
    }

    static List<Cell> all() {
        return lines("cells.tsv").stream().skip(1).map(Cell::parse).toList();
    }

    static List<FaultRow> faults() {
        return lines("faults.tsv").stream().skip(1).map(FaultRow::parse).toList();
    }

    private static List<String> lines(String name) {
        try (InputStream table = Objects.requireNonNull(Cells.class.getResourceAsStream(name), name)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
