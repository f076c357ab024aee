package io.github.domojvm.matrix;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.domojvm.DomoClient;
import io.github.domojvm.TimedDomo;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.stream.Upload;
import io.github.domojvm.stream.UploadRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An upload with a journal that waits for ever at one request, as if its process had been killed there. Its journal is
 * copied as it was at that moment.
 */
final class EarlierRun implements AutoCloseable {
    private final Wire wire;
    private final DomoClient domo;
    private final Upload upload;

    /**
     * Starts the upload, and returns when it waits.
     *
     * @param stalled the request at which it waits
     * @param journal the file to which the journal is copied
     */
    EarlierRun(World world, Fault stalled, Path csv, UpdateMethod method, Path journal) {
        wire = new Wire(world.servers.timing);
        domo = TimedDomo.build(world.client(wire), world.servers.timing);
        Path original = journal.resolveSibling("killed.journal");
        world.servers.proxy.faults().add(stalled);
        upload = domo.streams()
                .upload(request(world.stream.id(), csv, method)
                        .journal(original)
                        .build());
        try {
            world.servers.proxy.faults().awaitFired(stalled);
            if (Files.exists(original)) {
                Files.copy(original, journal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the request of an upload that sends one part after another. */
    static UploadRequest.Builder request(long stream, Path csv, UpdateMethod method) {
        return UploadRequest.builder(stream, CsvSource.fromFile(csv), method)
                .partRows(Shape.PART_ROWS)
                .parallelism(1);
    }

    List<Sent> sent() {
        return wire.sent();
    }

    @Override
    public void close() {
        domo.close();
        // The outcome does not matter: the test has ended the upload.
        assertThatCode(() -> upload.completion().exceptionally(e -> null).join())
                .doesNotThrowAnyException();
        wire.close();
    }
}
