package io.github.domojvm.cli.command;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** Writes a file atomically: to a temporary file in the same folder, which is moved to its target when complete. */
final class AtomicFile {
    private AtomicFile() {}

    static void write(Path target, Content content) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new IllegalArgumentException(
                    "Cannot write " + target + ". It is not a regular file. Specify another file.");
        }
        // The target of a symbolic link is replaced, not the link.
        Path place = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        Path partial = place.resolveSibling(
                "." + place.getFileName() + "." + UUID.randomUUID().toString().substring(0, 8) + ".partial");
        try {
            try (OutputStream out = Files.newOutputStream(partial, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(out);
            } catch (ClosedByInterruptException e) {
                InterruptedIOException interrupted = new InterruptedIOException("interrupted");
                interrupted.initCause(e);
                throw interrupted;
            }
            move(partial, place);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static void move(Path partial, Path place) throws IOException {
        if (Files.exists(place) && Files.getFileStore(place).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.getFileAttributeView(partial, PosixFileAttributeView.class)
                    .setPermissions(Files.getPosixFilePermissions(place));
        }
        try {
            Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
