package io.github.domojvm.internal.source;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.internal.csv.Unreadable;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary copy of a source that can be opened only once, so that it can be read again. */
public final class Spool implements Closeable {
    private static final int BLOCK = 1 << 16;

    private final CsvSource source;
    private final Path copy;

    private Spool(CsvSource source, Path copy) {
        this.source = source;
        this.copy = copy;
    }

    /**
     * Copies a source to a temporary file.
     *
     * @param csv the source, which is consumed
     * @param limit the largest number of bytes to copy
     * @return the copy, to be closed
     * @throws io.github.domojvm.error.DomoIoException if the source cannot be read or the copy cannot be written
     * @throws IllegalArgumentException if the source has more bytes
     */
    public static Spool of(CsvSource csv, long limit) {
        try {
            Path copy = Files.createTempFile("domo-rows-", ".csv");
            Spool spool = new Spool(csv, copy);
            try {
                copy(csv, copy, limit);
            } catch (IOException | RuntimeException e) {
                spool.close();
                throw e;
            }
            return spool;
        } catch (IOException e) {
            throw Unreadable.source(csv, e, " Nothing was sent.");
        }
    }

    /**
     * Returns the copy, with the name of the source.
     *
     * @return a source that can be opened any number of times until this object is closed
     */
    public CsvSource source() {
        CsvSource again = CsvSource.of(source.toString(), () -> Files.newInputStream(copy));
        CsvSource described = source.schema().map(again::withSchema).orElse(again);
        return source.hasHeader() ? described.withHeader() : described;
    }

    /** Deletes the copy. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(CsvSource csv, Path copy, long limit) throws IOException {
        byte[] block = new byte[BLOCK];
        long copied = 0;
        try (InputStream in = csv.open();
                OutputStream out = Files.newOutputStream(copy)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                copied += read;
                if (copied > limit) {
                    throw new IllegalArgumentException("There are more than " + limit + " bytes in " + csv
                            + ", which can be read only once and must be copied before it is sent. Save the rows to a"
                            + " file, or allow a larger copy with spoolBytes.");
                }
                out.write(block, 0, read);
            }
        }
    }
}
