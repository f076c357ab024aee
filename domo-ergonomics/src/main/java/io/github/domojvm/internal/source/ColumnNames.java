package io.github.domojvm.internal.source;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.internal.Members;
import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the header line of a source with the columns of a DataSet, since the service maps columns by order alone.
 * Case is ignored: Java uses {@code unitPrice} where a DataSet uses {@code UnitPrice}.
 */
public final class ColumnNames {
    private ColumnNames() {}

    /**
     * Returns the names of the columns of a schema.
     *
     * @param schema the schema, null if the service did not return one
     * @return the names in order, empty if there are none
     */
    public static List<String> of(@Nullable Schema schema) {
        return columnsOf(schema).stream().map(ColumnNames::of).toList();
    }

    /**
     * Returns the columns of a schema.
     *
     * @param schema the schema, null if the service did not return one
     * @return its columns, empty if there are none
     */
    public static List<Column> columnsOf(@Nullable Schema schema) {
        return Objects.requireNonNullElse(Members.orNull(schema, Schema::columns), List.of());
    }

    /**
     * Returns the name of a column.
     *
     * @param column the column
     * @return its name, empty if it has none
     */
    public static String of(Column column) {
        return Objects.requireNonNullElse(Members.orNull(column, Column::name), "");
    }

    /**
     * Compares a header with the columns of a DataSet.
     *
     * @param source the source, named in the message
     * @param header the names in the header line, empty if there is none
     * @param columns the names of the DataSet's columns, empty if unknown, which is a mismatch as well
     * @return a description of the mismatch, with advice if only the order differs; empty if they match
     */
    public static Optional<String> mismatch(Object source, List<String> header, List<String> columns) {
        if (header.isEmpty() || header.equals(columns) || same(header, columns)) {
            return Optional.empty();
        }
        if (columns.isEmpty()) {
            return Optional.of("The header of " + source
                    + " cannot be compared, since the service did not return the columns of the DataSet.");
        }
        boolean shuffled = header.size() == columns.size() && new HashSet<>(header).equals(new HashSet<>(columns));
        return Optional.of("The header of " + source + " is " + header + ", but the DataSet has the columns " + columns
                + (shuffled ? ": the same names in another order. Reorder the columns to match the DataSet." : "."));
    }

    /**
     * Checks whether the first row contains the names of the columns: the service would interpret it as a header line
     * and drop it. White space around a name is ignored, as in {@code PartOptions.avoidAtStart}.
     *
     * @param source the rows
     * @param firstRow the fields of their first row
     * @param columns the names of the DataSet's columns
     * @return a description of the problem; empty if the row is an ordinary row
     */
    public static Optional<String> inFirstRow(CsvSource source, List<String> firstRow, List<String> columns) {
        if (columns.isEmpty() || !trimmed(firstRow).equals(trimmed(columns))) {
            return Optional.empty();
        }
        return Optional.of("The first row of " + source + " contains the names of the DataSet's columns, " + columns
                + ", and would be interpreted as a header line.");
    }

    /**
     * Returns advice for a first row that contains the names of the columns.
     *
     * @param source the rows
     * @return a sentence
     */
    public static String adviceForFirstRow(CsvSource source) {
        return source.hasHeader()
                ? "Remove it, or put another row first."
                : "Call withHeader() on the source: the line is then compared with the columns and not sent as a row.";
    }

    private static List<String> trimmed(List<String> names) {
        return names.stream().map(String::trim).toList();
    }

    private static boolean same(List<String> header, List<String> columns) {
        // Case is significant if two columns differ only in case.
        long distinct = columns.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        return header.size() == columns.size()
                && distinct == columns.size()
                && IntStream.range(0, header.size()).allMatch(i -> header.get(i).equalsIgnoreCase(columns.get(i)));
    }
}
