package io.github.domojvm.internal.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that this process has locked to append to it. It is a {@link RandomAccessFile} because the interruption of a
 * thread closes a file channel, and with it the lock.
 */
final class LockedFile implements Closeable {
    /** Beyond the content, since Windows lets no one read a locked region. */
    private static final long LOCK_POSITION = Long.MAX_VALUE - 1;

    /**
     * The locked files by their identity. When a process closes a file, POSIX releases all its locks on that file, even
     * those of other descriptors. This map prevents that a locked file is opened again; its monitor is held from the
     * look-up to the end of the use.
     */
    private static final Map<Object, LockedFile> LOCKED = new HashMap<>();

    private final Path path;
    private final Path name;
    private final Object key;
    private final RandomAccessFile file;
    private final FileLock lock;
    private long size;
    /** Why nothing can be appended. */
    private @Nullable String obstacle;

    private LockedFile(Path path, Path name, Object key, RandomAccessFile file, FileLock lock) throws IOException {
        this.path = path;
        this.name = name;
        this.key = key;
        this.file = file;
        this.lock = lock;
        this.size = file.length();
    }

    /** Opens and locks an existing file. */
    static LockedFile open(Path path) throws IOException {
        return openTemporary(path, path);
    }

    /** Opens and locks a file that gets its name later, and whose present path is deleted when it is closed. */
    static LockedFile openTemporary(Path path, Path name) throws IOException {
        synchronized (LOCKED) {
            Object key = keyOf(path);
            if (LOCKED.containsKey(key)) {
                throw new JournalInUseException(name, "this process");
            }
            LockedFile opened = lock(path, name, key);
            LOCKED.put(key, opened);
            return opened;
        }
    }

    /** Reads a file from its start, whether or not a process has locked it. */
    static <T> T read(Path path, Reading<T> reading) throws IOException {
        synchronized (LOCKED) {
            LockedFile locked = LOCKED.get(keyOf(path));
            if (locked != null) {
                return locked.read(reading);
            }
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
                return reading.from(new FileInput(file));
            }
        }
    }

    /** Reads the file from its start. */
    synchronized <T> T read(Reading<T> reading) throws IOException {
        file.seek(0);
        return reading.from(new FileInput(file));
    }

    /** Returns the number of bytes of the content. */
    synchronized long size() {
        return size;
    }

    /** Appends bytes with one call of the operating system; all of them or none. */
    synchronized void append(byte[] bytes, boolean durably) throws IOException {
        if (obstacle != null) {
            throw new IOException("Nothing can be appended to the journal " + name + ": " + obstacle + ".");
        }
        try {
            file.seek(size);
            file.write(bytes);
            if (durably) {
                file.getFD().sync();
            }
            size += bytes.length;
        } catch (IOException e) {
            obstacle = "an earlier record could not be written";
            IOException failure = new IOException(
                    "A record could not be appended to the journal " + name + ": " + e.getMessage() + ".", e);
            truncate(failure);
            throw failure;
        }
    }

    private void truncate(IOException failure) {
        try {
            file.setLength(size);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Does nothing if the file is closed. */
    @Override
    public void close() throws IOException {
        synchronized (LOCKED) {
            synchronized (this) {
                obstacle = "it is closed";
                if (LOCKED.remove(key, this)) {
                    try (file) {
                        lock.release();
                    }
                    if (!path.equals(name)) {
                        NewFile.remove(path);
                    }
                }
            }
        }
    }

    private static LockedFile lock(Path path, Path name, Object key) throws IOException {
        // Creates the file if it was deleted since the look-up.
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            FileLock lock = file.getChannel().tryLock(LOCK_POSITION, 1, false);
            if (lock == null) {
                throw new JournalInUseException(name, "another process");
            }
            if (file.length() == 0) {
                removeEmpty(path);
                throw new NoSuchFileException(path.toString(), null, "deleted while it was opened");
            }
            // The lock is of no use if the path now refers to another file.
            if (!key.equals(keyOf(path))) {
                throw new NoSuchFileException(path.toString(), null, "replaced while it was opened");
            }
            return new LockedFile(path, name, key, file, lock);
        } catch (OverlappingFileLockException e) {
            file.close();
            throw new JournalInUseException(name, "this process");
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Removes the file that this process has created and locked, and not one that has replaced it. */
    private static void removeEmpty(Path path) throws IOException {
        if (Files.size(path) == 0) {
            NewFile.remove(path);
        }
    }

    /** Checks the file before it is opened: opening a pipe would block. */
    private static Object keyOf(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw JournalReader.foreign(path, "it is not a regular file");
        }
        if (attributes.size() == 0) {
            throw JournalReader.empty(path);
        }
        Object key = attributes.fileKey();
        return key == null ? path.toRealPath() : key;
    }

    /** Reads the content of a file. */
    @FunctionalInterface
    interface Reading<T> {
        T from(InputStream in) throws IOException;
    }

    /** A file as a stream that does not close it. */
    private static final class FileInput extends InputStream {
        private final RandomAccessFile file;

        FileInput(RandomAccessFile file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            return file.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return file.read(bytes, offset, length);
        }
    }
}
