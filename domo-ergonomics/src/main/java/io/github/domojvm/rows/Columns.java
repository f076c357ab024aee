package io.github.domojvm.rows;

import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.source.ColumnNames;
import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.ColumnType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The names, types and positions of the columns of rows that are read. */
final class Columns {
    private final List<String> names;
    private final List<ColumnType> types;
    private final Map<String, Integer> indexes = new HashMap<>();

    Columns(List<Column> columns) {
        names = columns.stream().map(ColumnNames::of).toList();
        types = columns.stream()
                .map(column -> Objects.requireNonNullElse(column.type(), ColumnType.UNKNOWN))
                .toList();
        for (int i = 0; i < names.size(); i++) {
            indexes.putIfAbsent(names.get(i), i);
        }
    }

    List<String> names() {
        return names;
    }

    List<ColumnType> types() {
        return types;
    }

    int indexOf(String column) {
        Integer index = indexes.get(Args.notNull("column", column));
        if (index == null) {
            throw new IllegalArgumentException("There is no column '" + column + "'; the columns are " + names);
        }
        if (indexes.size() < names.size()) {
            int count = Collections.frequency(names, column);
            if (count > 1) {
                throw new IllegalArgumentException(count + " columns are named '" + column
                        + "'. Give them different names with AS in the query, or use values().");
            }
        }
        return index;
    }

    /**
     * Creates a row from fields.
     *
     * @param number the number of the row, from 1
     * @throws IllegalArgumentException if a field does not have the type of its column
     */
    Row row(List<@Nullable String> fields, long number) {
        if (fields.size() != names.size()) {
            throw new IllegalArgumentException(fields.size() + " fields for " + names.size() + " columns");
        }
        List<@Nullable Object> values = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            values.add(value(fields.get(i), i));
        }
        return new Row(this, Collections.unmodifiableList(values), number);
    }

    private @Nullable Object value(@Nullable String field, int index) {
        if (field == null || (field.isEmpty() && types.get(index) != ColumnType.STRING)) {
            return null;
        }
        try {
            return TextValue.of(field, types.get(index));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("column '" + names.get(index) + "': " + e.getMessage(), e);
        }
    }
}
