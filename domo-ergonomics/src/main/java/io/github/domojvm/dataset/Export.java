package io.github.domojvm.dataset;

import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.CallExecutor;
import io.github.domojvm.internal.LocalIoException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
    private final boolean header;

    Export(CallExecutor calls, Path target, boolean header) {
        this.calls = calls;
        this.target = target.toAbsolutePath();
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

    private Path create() {
        try {
            Path folder = target.getParent();
            if (folder == null || Files.isDirectory(target)) {
                throw new IllegalArgumentException("The target of an export must be a file: " + target);
            }
            // Not createTempFile: the export gets the rights that any new file of the user has.
            Path partial = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".partial");
            return Files.createFile(partial);
        } catch (IOException e) {
            throw new DomoIoException(
                    "Cannot write beside " + target + ": " + e.getMessage()
                            + ". Nothing was exported; choose a folder that" + " exists and can be written.",
                    true,
                    e);
        }
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
            file.force(true);
        }
        return rows;
    }

    private void store(FileChannel file, ByteBuffer bytes) throws LocalIoException {
        try {
            while (bytes.hasRemaining()) {
                int ignored = file.write(bytes);
            }
        } catch (IOException e) {
            throw new LocalIoException(
                    "The export to " + target + " could not be written: " + e.getMessage()
                            + ". The target is untouched; make" + " room or choose another one.",
                    e);
        }
    }

    private void move(Path partial) throws IOException {
        try {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
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
