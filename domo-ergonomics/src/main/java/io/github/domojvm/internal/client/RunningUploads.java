package io.github.domojvm.internal.client;

import io.github.domojvm.internal.call.Timing;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The running uploads of a client, which are stopped when the client is closed. Safe for use by several threads. */
public final class RunningUploads implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Set<Running> uploads = ConcurrentHashMap.newKeySet();
    private final Timing timing;
    private volatile boolean closed;

    /**
     * Creates the set.
     *
     * @param timing limits the wait of {@link #close}
     */
    public RunningUploads(Timing timing) {
        this.timing = timing;
    }

    /** Compared by identity, unlike a record. */
    private static final class Running {
        private final CompletableFuture<?> end;
        private final Runnable abort;

        Running(CompletableFuture<?> end, Runnable abort) {
            this.end = end;
            this.abort = abort;
        }
    }

    /**
     * Adds an upload that is about to start. It is removed when it has ended.
     *
     * @param end completes when the upload has ended
     * @param abort stops it without waiting
     * @throws IllegalStateException if the client is closed; the upload must not start
     */
    @SuppressWarnings("FutureReturnValueIgnored") // The removal cannot fail.
    public void add(CompletableFuture<?> end, Runnable abort) {
        Running upload = new Running(end, abort);
        uploads.add(upload);
        // The flag is read after the upload was added, so either close() finds the upload or this method sees the flag.
        if (closed) {
            uploads.remove(upload);
            throw new IllegalStateException("This DomoClient is closed; create a new one to upload.");
        }
        end.whenComplete((result, failure) -> uploads.remove(upload));
    }

    /**
     * Stops all uploads and waits up to a second for them to end. The wait is limited since a source whose read does
     * not return cannot be interrupted.
     */
    @Override
    public void close() {
        closed = true;
        if (uploads.isEmpty()) {
            return;
        }
        uploads.forEach(upload -> upload.abort.run());
        CompletableFuture<?>[] ends = uploads.stream()
                .map(upload -> upload.end.handle((result, failure) -> result))
                .toArray(CompletableFuture[]::new);
        CompletableFuture<Void> ended = CompletableFuture.allOf(ends);
        Timing.Scheduled limit = timing.after(LONGEST_WAIT, () -> ended.complete(null));
        ended.join();
        limit.remove();
    }
}
