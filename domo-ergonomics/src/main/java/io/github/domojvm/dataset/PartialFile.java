package io.github.domojvm.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file to which an export is written before it replaces its target. It is in the same folder, has the permissions
 * of the target from its creation, and is locked, so that the next export to the same target removes the file of a
 * killed process but not one in use.
 */
final class PartialFile implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(PartialFile.class);

    /** The files of this process. To open one again and close it would release its lock on some systems. */
    private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private PartialFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Removes the partial files of killed exports to the target, and creates one. */
    static PartialFile create(Path target) throws IOException {
        PartialName name = PartialName.of(target);
        name.existing().forEach(PartialFile::removeUnlessInUse);
        FileAttribute<?>[] permissions = permissions(target);
        while (true) {
            Path path = name.next();
            IN_USE.add(path);
            try {
                PartialFile created = create(path, permissions);
                if (created.isLocked()) {
                    return created;
                }
                // Another export to this target found the file before it was locked, and removes it.
                created.close();
            } catch (IOException e) {
                IN_USE.remove(path);
                throw e;
            }
        }
    }

    FileChannel channel() {
        return channel;
    }

    /** Replaces the target. */
    void moveTo(Path target) throws IOException {
        FileAttribute<?>[] permissions = permissions(target);
        if (permissions.length > 0) {
            // The umask of the process may have removed some.
            Files.setPosixFilePermissions(path, Files.getPosixFilePermissions(target));
        }
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Closes and removes the file unless it was moved. Does not throw, so that a failed export is not hidden. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
            channel.close();
        } catch (IOException e) {
            LOG.debug("Removing {} failed", path, e);
            path.toFile().deleteOnExit();
        } finally {
            IN_USE.remove(path);
        }
    }

    private static PartialFile create(Path path, FileAttribute<?>[] permissions) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        return new PartialFile(path, FileChannel.open(path, options, permissions));
    }

    private static FileAttribute<?>[] permissions(Path target) throws IOException {
        if (!Files.exists(target) || !Files.getFileStore(target).supportsFileAttributeView("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(target);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    private boolean isLocked() {
        try {
            return channel.tryLock() != null && Files.exists(path);
        } catch (IOException e) {
            // A file system without locks: other exports do not remove the file either.
            return true;
        }
    }

    private static void removeUnlessInUse(Path path) {
        if (IN_USE.contains(path)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                Files.deleteIfExists(path);
                LOG.debug("Removed {}, which a killed export has left", path);
            }
        } catch (IOException | RuntimeException e) {
            // Locked within this process, or not accessible.
            LOG.debug("{} was not removed", path, e);
        }
    }
}
