package io.github.domojvm.sandbox.internal.rows;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of checked rows in export format. Immutable and reference-counted; the file is deleted when the last reference
 * is released.
 */
public final class Segment {
    private final Path file;
    private final List<ColumnType> types;
    private final long rows;
    private int references = 1;

    Segment(Path file, List<ColumnType> types, long rows) {
        this.file = file;
        this.types = types;
        this.rows = rows;
    }

    /**
     * Returns the number of rows.
     *
     * @return number of rows
     */
    public long rows() {
        return rows;
    }

    /**
     * Returns whether the rows were checked against the types of these columns.
     *
     * @param columns columns of a schema
     * @return true if the number and the types of the columns are equal
     */
    public boolean fits(List<Column> columns) {
        return types.equals(columns.stream().map(Column::type).toList());
    }

    /**
     * Adds a reference.
     *
     * @return this segment
     */
    public synchronized Segment retain() {
        references++;
        return this;
    }

    /** Releases a reference. */
    public synchronized void release() {
        references--;
        if (references == 0) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Writes the rows in export format. Rows that were stored with a different number of columns are truncated or
     * padded with nulls.
     *
     * @param width number of columns to write
     * @param out target, not closed
     * @throws IOException if reading or writing fails
     */
    public void export(int width, OutputStream out) throws IOException {
        if (width == types.size()) {
            Files.copy(file, out);
            return;
        }
        RowWriter writer = new RowWriter(out);
        read(width, writer::write);
        writer.flush();
    }

    /**
     * Reads the rows one by one.
     *
     * @param width number of values in each row
     * @param reader receives each row, with {@code null} for a null value
     * @throws IOException if reading fails
     */
    public void read(int width, Consumer<List<@Nullable String>> reader) throws IOException {
        try (RowReader in = new RowReader(new BufferedInputStream(Files.newInputStream(file)))) {
            for (List<@Nullable String> row = in.next(); row != null; row = in.next()) {
                reader.accept(row.size() == width ? row : resized(row, width));
            }
        }
    }

    Path file() {
        return file;
    }

    private static List<@Nullable String> resized(List<@Nullable String> row, int width) {
        List<@Nullable String> resized = new ArrayList<>(row.subList(0, Math.min(width, row.size())));
        while (resized.size() < width) {
            resized.add(null);
        }
        return resized;
    }
}
