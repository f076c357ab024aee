package io.github.domojvm.internal.source;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.internal.csv.Unreadable;
import io.github.domojvm.internal.file.PrivateFiles;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A temporary copy of a source that can be opened only once, so that it can be read again. */
public final class Spool implements Closeable {
    private static final int BLOCK = 1 << 16;

    private final CsvSource source;
    private Path copy;
    private String mark = "";

    private Spool(CsvSource source, Path copy) {
        this.source = source;
        this.copy = copy;
    }

    /**
     * Copies a source to a file that outlives the process, readable only by its owner.
     *
     * @param copy the file, which is replaced; its folder is created
     * @param csv the source, which is consumed
     * @return the copy, to be closed when it is no longer needed
     * @throws io.github.domojvm.error.DomoIoException if the source cannot be read or the copy cannot be written
     */
    public static Spool at(Path copy, CsvSource csv) {
        try {
            PrivateFiles.createFolder(copy);
            Files.deleteIfExists(copy);
            Spool spool = new Spool(csv, PrivateFiles.create(copy));
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                copy(csv, new DigestOutputStream(Files.newOutputStream(copy), digest), Long.MAX_VALUE);
                spool.mark = "sha256:" + HexFormat.of().formatHex(digest.digest());
            } catch (IOException | RuntimeException e) {
                spool.close();
                throw e;
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
            return spool;
        } catch (IOException e) {
            throw Unreadable.source(csv, e, " Nothing was sent.");
        }
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
                copy(csv, Files.newOutputStream(copy), limit);
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

    /**
     * Moves the copy to its final path, where it replaces an earlier copy.
     *
     * @param target the path
     */
    public void moveTo(Path target) {
        try {
            copy = Files.move(copy, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Unreadable.source(source, e, " Nothing was sent.");
        }
    }

    /**
     * Returns a text that identifies the content of a copy of {@link #at}.
     *
     * @return the checksum of the bytes; empty for a temporary copy
     */
    public String mark() {
        return mark;
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

    private static void copy(CsvSource csv, OutputStream to, long limit) throws IOException {
        byte[] block = new byte[BLOCK];
        long copied = 0;
        try (OutputStream out = to;
                InputStream in = csv.open()) {
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
