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
 * Holds the header line of a source against the columns of a DataSet: the service maps by order alone. Upper and lower
 * case in the same order are no difference: Java says {@code unitPrice} where a DataSet says {@code UnitPrice}.
 */
public final class ColumnNames {
    private ColumnNames() {}

    /**
     * Gives the names of a schema's columns.
     *
     * @param schema the schema, null when the service told none
     * @return the names in order, empty when there are none
     */
    public static List<String> of(@Nullable Schema schema) {
        return columnsOf(schema).stream().map(ColumnNames::of).toList();
    }

    /**
     * Returns the columns of a schema.
     *
     * @param schema the schema, null when the service told none
     * @return its columns, empty when there are none
     */
    public static List<Column> columnsOf(@Nullable Schema schema) {
        return Objects.requireNonNullElse(Members.orNull(schema, Schema::columns), List.of());
    }

    /**
     * Returns the name of a column.
     *
     * @param column the column
     * @return its name, empty text when it has none
     */
    public static String of(Column column) {
        return Objects.requireNonNullElse(Members.orNull(column, Column::name), "");
    }

    /**
     * Compares.
     *
     * @param source names the source for the message
     * @param header the names of the header line, empty when there is none
     * @param columns the names of the DataSet's columns, empty when they are not known, which is a mismatch too
     * @return what is wrong, without what to do where only the order counts; empty when they agree
     */
    public static Optional<String> mismatch(Object source, List<String> header, List<String> columns) {
        if (header.isEmpty() || header.equals(columns) || same(header, columns)) {
            return Optional.empty();
        }
        if (columns.isEmpty()) {
            return Optional.of("The header of " + source
                    + " cannot be compared, since the service did not tell the columns of the DataSet.");
        }
        boolean shuffled = header.size() == columns.size() && new HashSet<>(header).equals(new HashSet<>(columns));
        return Optional.of("The header of " + source + " is " + header + ", the DataSet has the columns " + columns
                + (shuffled ? ": the same names in another order. Bring the columns into the DataSet's order." : "."));
    }

    /**
     * Looks whether the first row holds the names of the columns, which the service would take for a header line and
     * drop. Blanks around a name do not count, as in {@code PartOptions.avoidAtStart}.
     *
     * @param source the rows
     * @param firstRow the fields of their first row
     * @param columns the names of the DataSet's columns
     * @return what is wrong; empty when it is a row as others are
     */
    public static Optional<String> inFirstRow(CsvSource source, List<String> firstRow, List<String> columns) {
        if (columns.isEmpty() || !trimmed(firstRow).equals(trimmed(columns))) {
            return Optional.empty();
        }
        return Optional.of("The first row of " + source + " holds the names of the DataSet's columns, " + columns
                + ", and would be taken for a header line.");
    }

    /**
     * Returns what to do about a first row that holds the names of the columns.
     *
     * @param source the rows
     * @return a sentence
     */
    public static String adviceForFirstRow(CsvSource source) {
        return source.hasHeader()
                ? "Take it out, or let another row be the first."
                : "Say withHeader() of the source: then the line is compared, and not sent as a row.";
    }

    private static List<String> trimmed(List<String> names) {
        return names.stream().map(String::trim).toList();
    }

    private static boolean same(List<String> header, List<String> columns) {
        // Where case alone tells two columns apart, it counts.
        long apart = columns.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        return header.size() == columns.size()
                && apart == columns.size()
                && IntStream.range(0, header.size()).allMatch(i -> header.get(i).equalsIgnoreCase(columns.get(i)));
    }
}
