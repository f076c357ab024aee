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

/** Writes a file that is there whole or not at all: beside its place first, and moved there when it is complete. */
final class WholeFile {
    private WholeFile() {}

    static void write(Path target, Content content) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new IllegalArgumentException(target + " is no regular file. Choose a file to write.");
        }
        // A link stays a link.
        Path place = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        Path partial = place.resolveSibling("." + UUID.randomUUID() + ".partial");
        try {
            try (OutputStream out = Files.newOutputStream(partial, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(out);
            } catch (ClosedByInterruptException e) {
                InterruptedIOException stopped = new InterruptedIOException("stopped");
                stopped.initCause(e);
                throw stopped;
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

    /** What a file is to hold. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
