package io.github.domojvm.rows;

import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.csv.RecordBytes;
import io.github.domojvm.internal.csv.RecordSource;
import io.github.domojvm.internal.source.ColumnNames;
import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.ColumnType;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the values of each row. Failures are reported with row and column, but without values. */
final class RowTexts<T> implements RecordSource {
    private final List<Column> columns;
    private final @Nullable ColumnType[] types;
    private final Function<? super T, ? extends List<? extends @Nullable Object>> function;
    private final Iterator<? extends T> rows;
    private long row;

    RowTexts(
            List<Column> columns,
            Function<? super T, ? extends List<? extends @Nullable Object>> function,
            Iterator<? extends T> rows) {
        this.columns = columns;
        this.types = columns.stream().map(Column::type).toArray(ColumnType[]::new);
        this.function = function;
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public void writeNext(RecordBytes target) {
        T next = rows.next();
        row++;
        if (next == null) {
            throw refused("it is null", null);
        }
        List<? extends @Nullable Object> values = values(next);
        if (values.size() != types.length) {
            throw refused("it has " + values.size() + " values for " + columns.size() + " columns", null);
        }
        for (int i = 0; i < types.length; i++) {
            write(values.get(i), i, target);
        }
    }

    private List<? extends @Nullable Object> values(T next) {
        List<? extends @Nullable Object> values;
        try {
            values = function.apply(next);
        } catch (UnfitValueException e) {
            throw refused(e.getMessage(), e);
        } catch (RuntimeException e) {
            String hint = e instanceof NullPointerException ? " (List.of rejects null, Arrays.asList accepts it)" : "";
            throw refused("its row function failed with " + e.getClass().getName() + hint, e);
        }
        if (values == null) {
            throw refused("its row function returned null", null);
        }
        return values;
    }

    private void write(@Nullable Object value, int index, RecordBytes target) {
        try {
            ValueBytes.write(value, types[index], target);
        } catch (UnfitValueException e) {
            Column column = columns.get(index);
            throw refused(column, "accepts " + column.type() + " and got " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw refused(
                    columns.get(index),
                    "got a value that failed with " + e.getClass().getName(),
                    e);
        }
    }

    private CsvException refused(Column column, String what, Throwable cause) {
        String name = ColumnNames.of(column);
        return new CsvException(
                FailureReason.UNFIT_VALUE,
                "Row " + row + " of the given rows cannot be sent: the column '" + name + "' " + what + ".",
                "",
                row,
                name,
                cause);
    }

    private CsvException refused(@Nullable String what, @Nullable Throwable cause) {
        return new CsvException("Row " + row + " of the given rows cannot be sent: " + what + ".", row, cause);
    }
}
