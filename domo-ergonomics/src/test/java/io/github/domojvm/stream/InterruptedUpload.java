package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.internal.journal.JournalFile;
import io.github.domojvm.internal.journal.JournalRecord;
import io.github.domojvm.rest.model.UpdateMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * An upload that stops at an event for ever, as if its process had been killed: what it has done remains at the
 * service, and its journal is copied as it was at that moment. Parts are sent one after another.
 */
final class InterruptedUpload implements AutoCloseable {
    /** The event at which the upload stops. */
    enum Event {
        OPENED,
        FIRST_PART,
        LAST_PART,
        COMMITTED,
        ENDED
    }

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final Path original;
    private final Path copy;
    private final Upload upload;

    InterruptedUpload(UploadFixture domo, UpdateMethod method, CsvSource csv, Path copy, Event event) {
        this.copy = copy;
        this.original = copy.resolveSibling("killed.journal");
        this.upload = domo.streams.upload(domo.request(method, csv)
                .parallelism(1)
                .journal(original)
                .listener(new Stopping(event))
                .build());
        await(reached);
    }

    /** Removes the last record from the journal. */
    InterruptedUpload withoutLastRecord() throws IOException {
        List<String> lines = Files.readAllLines(copy);
        Files.write(copy, lines.subList(0, lines.size() - 1));
        return this;
    }

    /** Adds a record to the journal. */
    InterruptedUpload with(JournalRecord record) throws IOException {
        try (JournalFile journal = JournalFile.open(copy)) {
            journal.append(record);
        }
        return this;
    }

    @Override
    public void close() {
        upload.abort();
        released.countDown();
        // The outcome does not matter: the upload was ended by the test.
        assertThatCode(() -> upload.completion().exceptionally(e -> null).join())
                .doesNotThrowAnyException();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Stopping implements UploadListener {
        private final Event event;

        Stopping(Event event) {
            this.event = event;
        }

        @Override
        public void opened(long executionId) {
            stopAt(Event.OPENED);
        }

        @Override
        public void partAcknowledged(UploadProgress progress) {
            if (progress.partsAcknowledged() == 1) {
                stopAt(Event.FIRST_PART);
            }
            if (progress.partsAcknowledged() == 4) {
                stopAt(Event.LAST_PART);
            }
        }

        @Override
        public void committed(UploadProgress progress) {
            stopAt(Event.COMMITTED);
        }

        @Override
        public void ended(UploadResult result) {
            stopAt(Event.ENDED);
        }

        private void stopAt(Event present) {
            if (present != event) {
                return;
            }
            try {
                Files.copy(original, copy);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            reached.countDown();
            await(released);
        }
    }
}
