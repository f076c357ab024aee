package io.github.domojvm.dataset;

import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.call.LocalIoException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Exports to a file: writes to a temporary file next to the target, which replaces the target only when it is complete.
 */
final class Export {
    private static final int BUFFER_BYTES = 256 << 10;

    private final Download download;
    private final Path target;
    /** The target with symbolic links resolved, so that a link is not replaced by a file. */
    private final Path place;

    Export(Download download, Path target) {
        this.download = download;
        this.target = target.toAbsolutePath();
        this.place = resolved(this.target);
    }

    ExportResult run() {
        Path partial = create();
        try {
            ExpectedExport expected = download.expected();
            ExportBody written = download.read(expected, body -> write(body, partial));
            ExportResult result = expected.result(written, "An existing file is unchanged.");
            move(partial);
            return result;
        } catch (IOException e) {
            throw new DomoIoException(
                    "The export was downloaded, but could not be moved to " + target + ": " + e.getMessage()
                            + ". An existing file is unchanged. Free disk space or choose another target.",
                    false,
                    e);
        } finally {
            remove(partial);
        }
    }

    private static Path resolved(Path target) {
        if (!Files.exists(target)) {
            return target;
        }
        if (!Files.isRegularFile(target)) {
            throw new IllegalArgumentException("target must be a regular file: " + target);
        }
        try {
            return target.toRealPath();
        } catch (IOException e) {
            throw cannotWrite(target, e);
        }
    }

    private Path create() {
        Path directory = place.getParent();
        if (directory == null) {
            throw new IllegalArgumentException("target must be a regular file: " + target);
        }
        try {
            if (Files.exists(place) && !Files.isWritable(place)) {
                throw new AccessDeniedException(place.toString());
            }
            // Not createTempFile: a new file gets default permissions, a replaced one keeps its own.
            Path partial = Files.createFile(directory.resolve("." + UUID.randomUUID() + ".partial"));
            if (Files.exists(place) && Files.getFileStore(place).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(partial, Files.getPosixFilePermissions(place));
            }
            return partial;
        } catch (IOException e) {
            throw cannotWrite(target, e);
        }
    }

    private static DomoIoException cannotWrite(Path target, IOException e) {
        return new DomoIoException(
                "Cannot write " + target + ": " + e.getClass().getSimpleName() + " " + e.getMessage() + ". Nothing was"
                        + " exported. Choose an existing, writable directory.",
                true,
                e);
    }

    private ExportBody write(ExportBody body, Path partial) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (FileChannel file =
                FileChannel.open(partial, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                store(file, ByteBuffer.wrap(buffer, 0, read));
            }
            force(file);
        }
        return body;
    }

    private void force(FileChannel file) throws LocalIoException {
        try {
            file.force(true);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private LocalIoException notWritten(IOException e) {
        return new LocalIoException(
                "The export to " + target + " could not be written: " + e.getMessage()
                        + ". The target is unchanged. Free disk space or choose another target.",
                e);
    }

    private void store(FileChannel file, ByteBuffer bytes) throws LocalIoException {
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private void move(Path partial) throws IOException {
        try {
            Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Does not throw, so that a failure of the export is not hidden. */
    private static void remove(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            partial.toFile().deleteOnExit();
        }
    }
}
