package io.github.domojvm.internal.journal;

import io.github.domojvm.internal.Args;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * An append-only file of checksummed records, locked from its creation or opening until it is closed.
 *
 * <pre>{@code
 * try (JournalFile journal = JournalFile.create(file, JournalRecord.of("upload").with("bytes", 52_428_800))) {
 *     journal.append(JournalRecord.of("part").with("number", 1));
 *     journal.appendDurably(JournalRecord.of("commit"));
 * }
 * }</pre>
 *
 * <p>The methods block while the file system works. Any number of threads may use an instance. The interruption of a
 * thread does not affect an open journal. Paths must be of the default file system.
 */
public final class JournalFile implements Closeable {
    /** The most bytes of an appended record as a line of the file: number, escaped values, checksum and line break. */
    public static final int MAX_RECORD_BYTES = JournalText.PAGE;

    private final LockedFile file;
    private final List<JournalRecord> records;
    private long sequence;

    private JournalFile(LockedFile file, List<JournalRecord> records) {
        this.file = file;
        this.records = records;
        this.sequence = records.size();
    }

    /**
     * Creates a journal and locks it. The first record is on the disk when this method returns. A crash leaves the
     * complete journal, a temporary file, or both; the next creation or opening of the same journal removes the
     * temporary file. Only its owner can read the file and the folders that are created for it, where the file system
     * supports POSIX permissions.
     *
     * @param file the file to create; folders are created as needed
     * @param first the first record, up to 1 MiB as a line of the file
     * @return the open journal
     * @throws java.nio.file.FileAlreadyExistsException if the file exists, or another caller creates it meanwhile
     * @throws IOException if the file cannot be created, or the thread is interrupted; there is no file then
     * @throws IllegalArgumentException if the record is too long
     */
    public static JournalFile create(Path file, JournalRecord first) throws IOException {
        Args.notNull("file", file);
        byte[] content = JournalText.start(Args.notNull("first", first));
        return new JournalFile(NewFile.create(file, content), List.of(first));
    }

    /**
     * Opens a journal to append to it, locks it, and checks all its records.
     *
     * @param file a file that {@link #create} has created
     * @return the open journal
     * @throws java.nio.file.NoSuchFileException if there is no such file
     * @throws JournalInUseException if the journal is open in this or another process
     * @throws JournalDamagedException if the file is not a complete journal; it is not changed
     * @throws IOException if the file cannot be opened or read
     */
    public static JournalFile open(Path file) throws IOException {
        LockedFile locked = LockedFile.open(Args.notNull("file", file));
        try {
            List<JournalRecord> records = locked.read(in -> JournalReader.read(file, in));
            NewFile.removeTemporaryFiles(file.toAbsolutePath());
            return new JournalFile(locked, records);
        } catch (IOException | RuntimeException e) {
            locked.close();
            throw e;
        }
    }

    /**
     * Reads all records without locking or changing the file, which may be open in this or another process.
     *
     * @param file a file that {@link #create} has created
     * @return the records, at least one
     * @throws java.nio.file.NoSuchFileException if there is no such file
     * @throws JournalDamagedException if the file is not a complete journal
     * @throws IOException if the file cannot be read
     */
    public static List<JournalRecord> read(Path file) throws IOException {
        return LockedFile.read(Args.notNull("file", file), in -> JournalReader.read(file, in));
    }

    /**
     * Returns the records that were in the file when it was created or opened, without those appended since.
     *
     * @return the records, at least one
     */
    public List<JournalRecord> records() {
        return records;
    }

    /**
     * Appends a record. It survives the end of the process for any reason, but not a power failure that follows within
     * seconds. If it cannot be written, the file ends with the previous record and accepts no more.
     *
     * @param record a record of at most {@link #MAX_RECORD_BYTES}
     * @throws IOException if the record or an earlier one cannot be written, or the journal is closed
     * @throws IllegalArgumentException if the record is too long; the journal remains usable
     */
    public void append(JournalRecord record) throws IOException {
        append(record, false);
    }

    /**
     * Appends a record as {@link #append} does, and returns when it and all earlier records are on the disk.
     *
     * @param record a record of at most {@link #MAX_RECORD_BYTES}
     * @throws IOException if the record or an earlier one cannot be written, or the journal is closed
     * @throws IllegalArgumentException if the record is too long; the journal remains usable
     */
    public void appendDurably(JournalRecord record) throws IOException {
        append(record, true);
    }

    /**
     * Closes the file and releases its lock. Does nothing if it is closed.
     *
     * @throws IOException if the file cannot be closed; the lock is released nevertheless
     */
    @Override
    public void close() throws IOException {
        file.close();
    }

    private synchronized void append(JournalRecord record, boolean durably) throws IOException {
        byte[] bytes = JournalText.next(file.size(), sequence + 1, Args.notNull("record", record));
        file.append(bytes, durably);
        sequence++;
    }
}
