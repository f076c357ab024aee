package io.github.domojvm.sandbox.internal.rows;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder with the row files of one sandbox. Only the user of this process can read them, where the file system
 * supports that. Safe for use by several threads.
 */
public final class RowStore implements AutoCloseable {
    private final Path folder;
    /** The rights with which files are created, so that no other user can open one before they are set. */
    private final FileAttribute<?>[] ownerOnly;

    private final AtomicLong files = new AtomicLong();

    /**
     * Creates a folder for row files.
     *
     * @param parent an existing folder
     * @throws UncheckedIOException if it cannot be written
     */
    public RowStore(Path parent) {
        ownerOnly = attributes(parent, "rw-------");
        try {
            folder = Files.createTempDirectory(parent, "domo-sandbox-", attributes(parent, "rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("directory: cannot create a folder in " + parent, e);
        }
    }

    /**
     * Checks uploaded CSV row by row and stores it. Empty text in a column other than {@link ColumnType#STRING} is
     * null. Blank lines at the end are ignored; in the middle they are invalid (Domo docs, CSV format), unless there is
     * only one column.
     *
     * @param csv UTF-8 text, read to its end, not closed
     * @param columns schema to check against
     * @param headerAllowed whether a first record that equals the column names is a header, which is not stored
     * @return the stored rows, with one reference for the caller
     * @throws RowException if a row is malformed or does not fit the schema; nothing is stored
     * @throws IOException if reading or writing fails; nothing is stored
     */
    public Segment store(InputStream csv, List<Column> columns, boolean headerAllowed) throws IOException {
        RowReader in = new RowReader(csv);
        return write(columns, out -> {
            long rows = 0;
            long blank = 0;
            for (List<@Nullable String> row = in.next(); row != null; row = in.next()) {
                if (blank > 0 && !in.blank()) {
                    throw new RowException("blank line, row " + blank);
                }
                // The line of a row whose only value is null is also blank.
                if (in.blank() && columns.size() > 1) {
                    blank = blank == 0 ? in.row() : blank;
                } else if (!headerAllowed || in.row() > 1 || !isHeader(row, columns)) {
                    out.write(checked(row, columns, in.row()));
                    rows++;
                }
            }
            return rows;
        });
    }

    /**
     * Checks parsed rows and stores them.
     *
     * @param rows fields of each row, with null for no value
     * @param columns schema to check against
     * @return the stored rows, with one reference for the caller
     * @throws RowException if a row does not fit the schema; nothing is stored
     * @throws IOException if writing fails; nothing is stored
     */
    public Segment storeRows(List<List<@Nullable String>> rows, List<Column> columns) throws IOException {
        return write(columns, out -> {
            long count = 0;
            for (List<@Nullable String> row : rows) {
                count++;
                out.write(checked(row, columns, count));
            }
            return count;
        });
    }

    /**
     * Writes the header line of an export.
     *
     * @param columns columns of the header
     * @param out target, not closed
     * @throws IOException if writing fails
     */
    public static void writeHeader(List<Column> columns, OutputStream out) throws IOException {
        RowWriter header = new RowWriter(out);
        header.write(columns.stream().map(Column::name).toList());
        header.flush();
    }

    /**
     * Checks stored rows against a changed schema.
     *
     * @param segment stored rows
     * @param columns schema to check against
     * @return the rows as the new schema exports them, with one reference for the caller
     * @throws RowException if a row does not fit the schema
     * @throws IOException if reading or writing fails
     */
    public Segment recheck(Segment segment, List<Column> columns) throws IOException {
        try (InputStream csv = new BufferedInputStream(Files.newInputStream(segment.file()))) {
            return store(csv, columns, false);
        }
    }

    /**
     * Merges rows by key. Rows of the upload replace stored rows with the same key; of several rows with the same key
     * in the upload, the last is stored. Keys are compared by their text. All keys of the upload are in memory.
     *
     * @param stored existing rows
     * @param upload new rows, in order
     * @param columns schema of the upload
     * @param keys indexes of the key columns, from 0
     * @return the stored rows that are not replaced, then the rows of the upload, with one reference for the caller
     * @throws IOException if reading or writing fails
     */
    public Segment upsert(List<Segment> stored, List<Segment> upload, List<Column> columns, List<Integer> keys)
            throws IOException {
        Map<List<@Nullable String>, Long> lastRow = new HashMap<>();
        Counter seen = new Counter();
        for (Segment segment : upload) {
            segment.read(columns.size(), row -> lastRow.put(key(row, keys), seen.next()));
        }
        return write(columns, out -> {
            Counter written = new Counter();
            for (Segment segment : stored) {
                segment.read(columns.size(), row -> {
                    if (!lastRow.containsKey(key(row, keys))) {
                        out.write(row);
                        written.next();
                    }
                });
            }
            Counter again = new Counter();
            for (Segment segment : upload) {
                segment.read(columns.size(), row -> {
                    if (lastRow.remove(key(row, keys), again.next())) {
                        out.write(row);
                        written.next();
                    }
                });
            }
            return written.count;
        });
    }

    /** Deletes the folder and all row files. */
    @Override
    public void close() {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                Files.deleteIfExists(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Segment write(List<Column> columns, Rows rows) throws IOException {
        Path file = folder.resolve(files.incrementAndGet() + ".csv");
        boolean complete = false;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Files.createFile(file, ownerOnly)));
                RowWriter writer = new RowWriter(out)) {
            long count = rows.writeTo(writer);
            complete = true;
            return new Segment(file, columns.stream().map(Column::type).toList(), count);
        } finally {
            if (!complete) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static FileAttribute<?>[] attributes(Path parent, String rights) {
        return parent.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static boolean isHeader(List<@Nullable String> row, List<Column> columns) {
        if (row.size() != columns.size()) {
            return false;
        }
        for (int i = 0; i < row.size(); i++) {
            String name = row.get(i);
            if (name == null || !name.trim().equals(columns.get(i).name().trim())) {
                return false;
            }
        }
        return true;
    }

    private static List<@Nullable String> checked(List<@Nullable String> row, List<Column> columns, long number) {
        if (row.size() != columns.size()) {
            int column = Math.min(row.size(), columns.size()) + 1;
            throw new RowException("wrong number of columns, row " + number + ", column " + column + ": expected "
                    + columns.size() + ", found " + row.size());
        }
        for (int i = 0; i < row.size(); i++) {
            String value = row.get(i);
            ColumnType type = columns.get(i).type();
            if (value == null || type == ColumnType.STRING) {
                continue;
            }
            String exported = type.exported(value);
            if (exported == null && !value.isEmpty()) {
                throw new RowException("value does not fit, row " + number + ", column " + (i + 1) + ": '"
                        + value.substring(0, Math.min(40, value.length())) + "' is not a " + type);
            }
            row.set(i, exported);
        }
        return row;
    }

    private static List<@Nullable String> key(List<@Nullable String> row, List<Integer> keys) {
        List<@Nullable String> key = new ArrayList<>(keys.size());
        keys.forEach(index -> key.add(row.get(index)));
        return key;
    }

    private interface Rows {
        long writeTo(RowWriter out) throws IOException;
    }

    private static final class Counter {
        private long count;

        long next() {
            return ++count;
        }
    }
}
