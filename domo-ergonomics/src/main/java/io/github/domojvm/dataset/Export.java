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

/** Writes one export: into a file beside the target, which takes the target's place only when it is whole. */
final class Export {
    private static final int BUFFER_BYTES = 256 << 10;

    private final Download download;
    private final Path target;
    /** Where the target really is: a link stays a link. */
    private final Path place;

    Export(Download download, Path target) {
        this.download = download;
        this.target = target.toAbsolutePath();
        this.place = placeOf(this.target);
    }

    ExportResult run() {
        Path partial = create();
        try {
            ExpectedExport expected = download.expected();
            ExportBody written = download.read(expected, body -> write(body, partial));
            ExportResult result = expected.result(written, "The former file, if any, is untouched.");
            move(partial);
            return result;
        } catch (IOException e) {
            throw new DomoIoException(
                    "The export arrived and could not be put at " + target + ": " + e.getMessage()
                            + ". The former file, if any, is untouched; make room or choose another target.",
                    false,
                    e);
        } finally {
            remove(partial);
        }
    }

    private static Path placeOf(Path target) {
        if (!Files.exists(target)) {
            return target;
        }
        if (!Files.isRegularFile(target)) {
            throw new IllegalArgumentException("The target of an export must be a file: " + target);
        }
        try {
            return target.toRealPath();
        } catch (IOException e) {
            throw cannotWrite(target, e);
        }
    }

    private Path create() {
        Path folder = place.getParent();
        if (folder == null) {
            throw new IllegalArgumentException("The target of an export must be a file: " + target);
        }
        try {
            if (Files.exists(place) && !Files.isWritable(place)) {
                throw new AccessDeniedException(place.toString());
            }
            // Not createTempFile: a new export gets the rights of any new file, a replaced one keeps its own.
            Path partial = Files.createFile(folder.resolve("." + UUID.randomUUID() + ".partial"));
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
                        + " exported; choose a folder that exists and can be written.",
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
                        + ". The target is untouched; make room" + " or choose another one.",
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

    /** After a success there is nothing left to remove; after a failure a leftover must not hide the failure. */
    private static void remove(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            partial.toFile().deleteOnExit();
        }
    }
}
