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
 * A run of checked rows in a file, ready to be exported. Never changed once written; the file is deleted when the last
 * holder has released it.
 */
public final class Segment {
    private final Path file;
    private final List<ColumnType> types;
    private final long rows;
    private int holders = 1;

    Segment(Path file, List<ColumnType> types, long rows) {
        this.file = file;
        this.types = types;
        this.rows = rows;
    }

    /**
     * Counts the rows.
     *
     * @return number of records
     */
    public long rows() {
        return rows;
    }

    /**
     * Says whether the rows were checked against the types of these columns.
     *
     * @param columns columns of a schema
     * @return true when number and types are the same
     */
    public boolean fits(List<Column> columns) {
        return types.equals(columns.stream().map(Column::type).toList());
    }

    /**
     * Adds a holder.
     *
     * @return this segment
     */
    public synchronized Segment retain() {
        holders++;
        return this;
    }

    /** Gives a hold back. */
    public synchronized void release() {
        holders--;
        if (holders == 0) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Writes the rows as an export shows them. Rows stored under an earlier schema with another number of columns are
     * cut, or filled up with nulls.
     *
     * @param width number of columns to write
     * @param out where to write
     * @throws IOException when reading or writing fails
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
     * @param width number of values wanted in each row
     * @param reader gets each row; a null value is {@code null}
     * @throws IOException when reading fails
     */
    public void read(int width, Consumer<List<@Nullable String>> reader) throws IOException {
        try (RowReader in = new RowReader(new BufferedInputStream(Files.newInputStream(file)))) {
            for (List<@Nullable String> row = in.next(); row != null; row = in.next()) {
                reader.accept(row.size() == width ? row : widened(row, width));
            }
        }
    }

    Path file() {
        return file;
    }

    private static List<@Nullable String> widened(List<@Nullable String> row, int width) {
        List<@Nullable String> fitted = new ArrayList<>(row.subList(0, Math.min(width, row.size())));
        while (fitted.size() < width) {
            fitted.add(null);
        }
        return fitted;
    }
}
