package io.github.domojvm.internal.client;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The uploads of a client that have not ended, so that closing the client stops them. Safe for use by several threads.
 */
public final class RunningUploads implements AutoCloseable {
    private final Set<Running> uploads = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

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
     * Adds an upload that is about to start, until it has ended.
     *
     * @param end completes when the upload has ended
     * @param abort stops it without waiting
     * @throws IllegalStateException if the client is closed; the upload must not start
     */
    @SuppressWarnings("FutureReturnValueIgnored") // The removal cannot fail.
    public void add(CompletableFuture<?> end, Runnable abort) {
        Running upload = new Running(end, abort);
        uploads.add(upload);
        // Read after the upload was added: close() either finds it or is seen here.
        if (closed) {
            uploads.remove(upload);
            throw new IllegalStateException("This DomoClient is closed; create a new one to upload.");
        }
        end.whenComplete((result, failure) -> uploads.remove(upload));
    }

    /**
     * Stops all uploads and waits until each has ended, but not longer than half a minute: a source whose read never
     * returns cannot be interrupted.
     */
    @Override
    public void close() {
        closed = true;
        uploads.forEach(upload -> upload.abort.run());
        CompletableFuture<?>[] ends = uploads.stream()
                .map(upload -> upload.end.handle((result, failure) -> result))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, 30, TimeUnit.SECONDS)
                .join();
    }
}
