package io.github.domojvm.dataset;

import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.CallExecutor;
import io.github.domojvm.internal.LocalIoException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import okhttp3.ResponseBody;
import retrofit2.Call;

/** Writes one export: into a file beside the target, which takes the target's place only when it is whole. */
final class Export {
    private static final int BUFFER_BYTES = 256 << 10;

    private final CallExecutor calls;
    private final Path target;
    /** Where the target really is: a link stays a link. */
    private final Path place;

    private final boolean header;

    Export(CallExecutor calls, Path target, boolean header) {
        this.calls = calls;
        this.target = target.toAbsolutePath();
        this.place = placeOf(this.target);
        this.header = header;
    }

    ExportResult run(Call<ResponseBody> call) {
        Path partial = create();
        try {
            RowCounter rows = calls.stream(call, body -> write(body.byteStream(), partial));
            move(partial);
            return new ExportResult(target, rows.bytes(), rows.rows() - (header && rows.rows() > 0 ? 1 : 0));
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
                Path unused = Files.setPosixFilePermissions(partial, Files.getPosixFilePermissions(place));
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

    private RowCounter write(InputStream body, Path partial) throws IOException {
        RowCounter rows = new RowCounter();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (FileChannel file =
                FileChannel.open(partial, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                rows.count(buffer, read);
                store(file, ByteBuffer.wrap(buffer, 0, read));
            }
            force(file);
        }
        return rows;
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
                int ignored = file.write(bytes);
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
