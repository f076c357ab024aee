package io.github.domojvm.dataset;

import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.call.LocalIoException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Exports to a file: writes to a temporary file next to the target, which replaces the target only when it is complete.
 */
final class Export {
    private static final int BUFFER_BYTES = 256 << 10;
    /** The size of the segments of Okio. */
    private static final int SEGMENT_BYTES = 8 << 10;

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
        try (PartialFile partial = create()) {
            ExpectedExport expected = download.expected();
            ExportBody written = download.read(expected, body -> write(body, partial.channel()));
            ExportResult result = expected.result(written, "An existing file is unchanged.");
            move(partial);
            return result;
        }
    }

    private void move(PartialFile partial) {
        try {
            partial.moveTo(place);
        } catch (IOException e) {
            throw new DomoIoException(
                    "The export was downloaded, but could not be moved to " + target + ": " + e.getMessage()
                            + ". An existing file is unchanged. Free disk space or choose another target.",
                    false,
                    e);
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

    private PartialFile create() {
        try {
            if (Files.exists(place) && !Files.isWritable(place)) {
                throw new AccessDeniedException(place.toString());
            }
            return PartialFile.create(place);
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

    /** Called for each attempt. */
    private ExportBody write(ExportBody body, FileChannel file) throws IOException {
        store(() -> file.truncate(0));
        byte[] segment = new byte[SEGMENT_BYTES];
        // The body arrives in small segments; each write is a system call, which copies from a direct buffer only once.
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        for (int read = body.read(segment); read >= 0; read = body.read(segment)) {
            if (read > buffer.remaining()) {
                drain(buffer, file);
            }
            buffer.put(segment, 0, read);
        }
        drain(buffer, file);
        store(() -> file.force(true));
        return body;
    }

    private void drain(ByteBuffer buffer, FileChannel file) throws IOException {
        buffer.flip();
        store(() -> {
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        });
        buffer.clear();
    }

    private LocalIoException notWritten(IOException e) {
        return new LocalIoException(
                "The export to " + target + " could not be written: " + e.getMessage()
                        + ". The target is unchanged. Free disk space or choose another target.",
                e);
    }

    private void store(Storing action) throws IOException {
        try {
            action.run();
        } catch (ClosedByInterruptException e) {
            InterruptedIOException interrupted = new InterruptedIOException("interrupted");
            interrupted.initCause(e);
            throw interrupted;
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    @FunctionalInterface
    private interface Storing {
        void run() throws IOException;
    }
}
