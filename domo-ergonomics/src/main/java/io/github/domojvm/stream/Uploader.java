package io.github.domojvm.upload;

import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.Timing;
import io.github.domojvm.rest.api.DataSetsApi;
import io.github.domojvm.rest.api.StreamsApi;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Starts uploads and knows those that run. Each has a thread of its own that reads the source; compression and sending run
 * on the given executor, in tasks of which none waits for another.
 */
public final class Uploader implements AutoCloseable {
    private final StreamsApi streams;
    private final DataSetsApi dataSets;
    private final CallExecutor calls;
    private final Executor executor;
    private final Timing timing;
    private volatile boolean closed;
    private final Set<Upload> running = ConcurrentHashMap.newKeySet();

    /**
     * Used by {@code DomoClient}; applications start uploads from {@code Streams}.
     *
     * @param streams the Stream operations
     * @param dataSets the DataSet operations
     * @param calls runs them
     * @param executor compresses and sends
     * @param timing the clock and the waits
     */
    public Uploader(StreamsApi streams, DataSetsApi dataSets, CallExecutor calls, Executor executor, Timing timing) {
        this.streams = streams;
        this.dataSets = dataSets;
        this.calls = calls;
        this.executor = executor;
        this.timing = timing;
    }

    /**
     * Starts an upload and returns at once.
     *
     * @param request what to upload
     * @return the running upload
     * @throws IllegalStateException when it is closed
     */
    public Upload start(UploadRequest request) {
        if (closed) {
            throw new IllegalStateException("This DomoClient is closed; make a new one to upload.");
        }
        StreamCalls service = new StreamCalls(streams, dataSets, calls, request.streamId());
        UploadSession session = new UploadSession(service, request, executor, timing);
        CompletableFuture<UploadResult> completion = new CompletableFuture<>();
        Upload upload = new Upload(session, completion);
        running.add(upload);
        Thread thread = new Thread(() -> run(session, completion, upload), "domo-upload-" + request.streamId());
        thread.setDaemon(true);
        thread.start();
        return upload;
    }

    /**
     * Reads the execution of an upload again, see {@code Streams.reconcile}.
     *
     * @param result what the upload ended with
     * @param abort whether an execution that is still active is aborted
     * @return what is known now; the same outcome as before if there is nothing new
     */
    public UploadResult reconcile(UploadResult result, boolean abort) {
        if (result.outcome() == UploadOutcome.COMMITTED_VERIFIED
                || result.outcome() == UploadOutcome.COMMITTED_MISMATCH) {
            return result;
        }
        StreamCalls service = new StreamCalls(streams, dataSets, calls, result.streamId());
        return new Reconciliation(service, timing).look(result, abort);
    }

    /**
     * Stops the uploads that run and waits until each has ended, but not longer than half a minute: a source whose read
     * never returns cannot be woken.
     */
    @Override
    public void close() {
        closed = true;
        running.forEach(Upload::abort);
        CompletableFuture<?>[] ends = running.stream()
                .map(upload -> upload.completion().handle((result, failure) -> result))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, 30, TimeUnit.SECONDS)
                .join();
    }

    private void run(UploadSession session, CompletableFuture<UploadResult> completion, Upload upload) {
        // Every exit completes the handle; an Error does too.
        try {
            completion.complete(session.run());
        } catch (Throwable e) {
            completion.completeExceptionally(e);
        } finally {
            running.remove(upload);
        }
    }
}
