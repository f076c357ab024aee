package io.github.domojvm.cli.journal;

import io.github.domojvm.stream.JournalException;
import io.github.domojvm.stream.UploadJournal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Checks and deletes journals. An upload locks its journal; a journal that another process has locked is not deleted.
 */
public final class JournalFiles {
    private static final String FIRST_WORD = "domo-upload-journal ";

    private JournalFiles() {}

    /**
     * Creates the folder of a journal, and checks that the journal can be written.
     *
     * @throws IOException if it cannot
     */
    public static void requireWritable(Path journal) throws IOException {
        Path folder = journal.toAbsolutePath().resolveSibling("");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly(folder));
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("its folder is not writable");
        }
        if (Files.exists(journal) && !Files.isWritable(journal)) {
            throw new IOException("it is not writable");
        }
    }

    /** Returns whether a process has locked the journal. */
    public static boolean isInUse(Path journal) throws IOException {
        // Opening a pipe would block.
        if (!Files.isRegularFile(journal)) {
            return false;
        }
        try (FileChannel file = FileChannel.open(journal, StandardOpenOption.READ);
                FileLock lock = file.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /**
     * Deletes a journal and the rows that were copied for it, whatever it reports. It may be damaged.
     *
     * @return false if another process uses it
     * @throws IOException if it is no journal or cannot be deleted
     */
    public static boolean discard(Path journal) throws IOException {
        if (!beginsLikeAJournal(journal)) {
            throw new IOException("it is not a journal");
        }
        return delete(journal, null);
    }

    /**
     * Deletes a journal and the rows that were copied for it, if what it reports meets a condition.
     *
     * @return false if the condition is not met, the journal cannot be read, or another process uses it
     * @throws IOException if it cannot be deleted
     */
    public static boolean deleteIf(Path journal, Predicate<UploadJournal> condition) throws IOException {
        try {
            long size = Files.size(journal);
            return condition.test(UploadJournal.read(journal)) && delete(journal, size);
        } catch (NoSuchFileException | JournalException e) {
            return false;
        }
    }

    /** Returns the file to which the library copies a source that can be read only once. */
    public static Path copiedRows(Path journal) {
        return journal.resolveSibling(journal.getFileName() + ".rows");
    }

    /** Deletes a journal that no process uses. Journals only grow: one of the same size has not changed. */
    private static boolean delete(Path journal, @Nullable Long size) throws IOException {
        try (FileChannel file = FileChannel.open(journal, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            if (lock == null || (size != null && size != file.size())) {
                return false;
            }
            Files.deleteIfExists(journal);
            Files.deleteIfExists(copiedRows(journal));
            return true;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** A crash may leave an empty file, or the start of the first line. */
    private static boolean beginsLikeAJournal(Path journal) throws IOException {
        if (!Files.isRegularFile(journal)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(journal)) {
            String start = new String(in.readNBytes(FIRST_WORD.length()), StandardCharsets.ISO_8859_1);
            return start.length() < FIRST_WORD.length() ? FIRST_WORD.startsWith(start) : start.equals(FIRST_WORD);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
