package io.github.domojvm.cli.command;

import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.ColumnType;
import io.github.domojvm.rest.model.Schema;
import java.util.List;
import java.util.Objects;

/** Reads the columns of an inferred schema, in which every column has a name and a type. */
final class Columns {
    private Columns() {}

    static List<String> names(Schema schema) {
        return columns(schema).map(Column::name).toList();
    }

    static List<ColumnType> types(Schema schema) {
        return columns(schema)
                .map(column -> Objects.requireNonNull(column.type()))
                .toList();
    }

    /** Returns the name and type of each column, such as {@code temp_max DOUBLE}. */
    static List<String> describe(Schema schema) {
        return columns(schema)
                .map(column -> column.name() + " " + column.type())
                .toList();
    }

    private static java.util.stream.Stream<Column> columns(Schema schema) {
        return schema.columns().stream();
    }
}
