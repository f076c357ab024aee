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

/** The columns of rows that are read: what they are called, what they hold, where they stand. */
final class Columns {
    private final List<String> names;
    private final List<ColumnType> types;
    private final Map<String, Integer> places = new HashMap<>();

    Columns(List<Column> columns) {
        names = columns.stream().map(ColumnNames::of).toList();
        types = columns.stream()
                .map(column -> Objects.requireNonNullElse(column.type(), ColumnType.UNKNOWN))
                .toList();
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(names.get(i), i);
        }
    }

    List<String> names() {
        return names;
    }

    List<ColumnType> types() {
        return types;
    }

    int place(String column) {
        Integer place = places.get(Args.notNull("column", column));
        if (place == null) {
            throw new IllegalArgumentException("There is no column '" + column + "'; the columns are " + names);
        }
        if (places.size() < names.size()) {
            int count = Collections.frequency(names, column);
            if (count > 1) {
                throw new IllegalArgumentException(count + " columns are called '" + column
                        + "'; tell them apart with AS in the query, or take values()");
            }
        }
        return place;
    }

    /**
     * Makes a row of fields.
     *
     * @param number the row's, from 1
     * @throws IllegalArgumentException when a field is not of its column's type
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

    private @Nullable Object value(@Nullable String field, int place) {
        if (field == null || (field.isEmpty() && types.get(place) != ColumnType.STRING)) {
            return null;
        }
        try {
            return TextValue.of(field, types.get(place));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("column '" + names.get(place) + "': " + e.getMessage(), e);
        }
    }
}
