package io.github.domojvm.internal.journal;

import io.github.domojvm.internal.file.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Creates files that are complete and locked as soon as they exist. The content is written to a temporary file in the
 * same folder, which then gets the name of the file.
 */
final class NewFile {
    private NewFile() {}

    /** Creates the folders of the file as well. */
    static LockedFile create(Path target, byte[] content) throws IOException {
        Path file = target.toAbsolutePath();
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Path folder = file.resolveSibling("");
        PrivateFiles.createFolder(file);
        Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            write(temporary, content);
            LockedFile created = publish(temporary, target);
            removeTemporaryFiles(file);
            force(folder);
            return created;
        } finally {
            remove(temporary);
        }
    }

    private static void write(Path temporary, byte[] content) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(temporary, options, PrivateFiles.rights(temporary, "rw-------"))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static LockedFile publish(Path temporary, Path target) throws IOException {
        try {
            LockedFile locked = LockedFile.openTemporary(temporary, target);
            try {
                link(temporary, target);
                return locked;
            } catch (IOException | RuntimeException e) {
                locked.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            // The process that has created the file removes all temporary files.
            throw (IOException) new FileAlreadyExistsException(target.toString()).initCause(e);
        }
    }

    private static void link(Path temporary, Path target) throws IOException {
        try {
            Files.createLink(target, temporary);
        } catch (FileAlreadyExistsException | NoSuchFileException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            // The file system has no hard links.
            move(temporary, target);
        }
    }

    /** Moves a file without replacing another one. A crash may leave an empty file at the target. */
    static void move(Path temporary, Path target) throws IOException {
        Files.createFile(target);
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            remove(target);
            throw e;
        }
    }

    /** Removes what crashed processes left, and the files of processes that create the same file and have to fail. */
    static void removeTemporaryFiles(Path file) {
        Pattern name = Pattern.compile(Pattern.quote(file.getFileName() + ".") + "[0-9a-f-]{36}\\.tmp");
        try (DirectoryStream<Path> rest = Files.newDirectoryStream(
                file.resolveSibling(""),
                entry -> name.matcher(entry.getFileName().toString()).matches())) {
            rest.forEach(NewFile::remove);
        } catch (IOException | DirectoryIteratorException e) {
            // The next creation or opening tries again.
        }
    }

    static void remove(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // Windows does not delete an open file. The next creation or opening tries again.
        }
    }

    /** Writes the name of a new file to the disk, which Windows neither needs nor supports. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The content is on the disk. The name follows within seconds.
        }
    }
}
