package io.github.domojvm.internal.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Creates files and folders that only their owner can read, where the file system supports POSIX permissions. */
public final class PrivateFiles {
    private PrivateFiles() {}

    /**
     * Creates a file.
     *
     * @param file the file; its folder must exist
     * @return the file
     * @throws FileAlreadyExistsException if the file exists
     * @throws IOException if it cannot be created
     */
    public static Path create(Path file) throws IOException {
        return Files.createFile(file, rights(file, "rw-------"));
    }

    /**
     * Creates the folder of a file, with those above it. Folders that exist are not changed.
     *
     * @param file the file
     * @throws NotDirectoryException if a file is where a folder should be
     * @throws IOException if a folder cannot be created
     */
    public static void createFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        // createDirectories of Java 17 rejects a symbolic link to a folder.
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.createDirectories(folder, rights(folder, "rwx------"));
        } catch (FileAlreadyExistsException e) {
            throw (IOException) new NotDirectoryException(e.getFile()).initCause(e);
        }
    }

    /**
     * Returns attributes with which files are created.
     *
     * @param file the file, which determines the file system
     * @param rights the permissions, such as {@code rw-------}
     * @return the attributes; none if the file system has no POSIX permissions
     */
    public static FileAttribute<?>[] rights(Path file, String rights) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
