package io.github.domojvm.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Reads the tables next to the recordings: cells separated by tabs, names of columns in the first line. */
final class Tsv {
    private Tsv() {}

    /** Returns the rows below the names of the columns. Every row has as many cells as there are columns. */
    static List<List<String>> rows(String file) {
        try {
            List<List<String>> lines = Files.readAllLines(Folders.RECORDED.resolve(file)).stream()
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
            List<List<String>> rows = lines.subList(1, lines.size());
            rows.forEach(row -> {
                if (row.size() != lines.get(0).size()) {
                    throw new IllegalStateException(
                            file + ": the row " + row + " does not have the columns " + lines.get(0) + ".");
                }
            });
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
