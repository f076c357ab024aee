package io.github.domojvm.stream;

import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.call.Timing;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running upload, as returned by {@link Streams#upload(UploadRequest)}.
 *
 * <pre>{@code
 * Upload upload = domo.streams().upload(request);
 * while (upload.await(Duration.ofSeconds(10)).isEmpty()) {
 *     System.out.println(upload.progress().rowsAcknowledged() + " rows acknowledged");
 * }
 * UploadResult result = upload.await();
 * }</pre>
 *
 * <p>Thread-safe. Only the {@code await} methods block.
 *
 * <p>The upload starts before this object is returned, and ends exactly once; every {@code await} then returns or
 * throws the same outcome. {@link UploadListener#ended} is called before {@code await} returns. The upload runs on a
 * daemon thread, which does not keep the JVM running, and sends its parts on the upload executor of the client. Closing
 * the client stops the upload as {@link #abort()} does.
 *
 * <p>Do not discard this object without waiting: the outcome, including a failure, is reported only here and to the
 * listener. Do not call {@code await} in an {@link UploadListener}, since the upload waits for its listener. Do not
 * cancel the future of {@link #completion()} to stop the upload; call {@link #abort()}.
 *
 * <p>A failed upload throws {@link UploadException}. Its {@link UploadException#reason()} states why, and its
 * {@link UploadException#result()} whether rows were committed.
 */
public final class Upload {
    private final UploadSession session;
    private final CompletableFuture<UploadResult> completion;

    Upload(UploadSession session, CompletableFuture<UploadResult> completion) {
        this.session = session;
        this.completion = completion;
    }

    /**
     * Waits until the upload has ended: until the commit is acknowledged or the rows are processed, as set by
     * {@link UploadRequest.Builder#until}.
     *
     * @return the result, with the outcome {@link UploadOutcome#COMMITTED_VERIFIED} or
     *     {@link UploadOutcome#COMMITTED_UNVERIFIED}
     * @throws UploadException if the upload ended with any other outcome
     * @throws DomoIoException if this thread is interrupted while waiting; its interrupt flag remains set, and the
     *     upload continues
     */
    public UploadResult await() {
        try {
            return completion.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw Failures.unwrapped(e.getCause() == null ? e : e.getCause());
        }
    }

    /**
     * Waits until the upload has ended, but not longer than the given time.
     *
     * @param patience the maximum time to wait; not negative
     * @return the result, with an outcome as for {@link #await()}; empty if the upload is still running, which
     *     continues
     * @throws UploadException if the upload ended with any other outcome
     * @throws DomoIoException if this thread is interrupted while waiting; its interrupt flag remains set, and the
     *     upload continues
     */
    public Optional<UploadResult> await(Duration patience) {
        try {
            return Optional.of(
                    completion.get(Timing.nanosOf(Args.notNegative("patience", patience)), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw Failures.unwrapped(e.getCause() == null ? e : e.getCause());
        }
    }

    /**
     * Returns the outcome as a future, which fails with {@link UploadException}. Dependent stages without an executor
     * run on the upload's thread. Cancelling the future does not stop the upload; call {@link #abort()}.
     *
     * @return a new future for each call
     */
    public CompletableFuture<UploadResult> completion() {
        return completion.copy();
    }

    /**
     * Returns the current progress.
     *
     * @return a snapshot
     */
    public UploadProgress progress() {
        return session.progress();
    }

    /**
     * Stops the upload and returns immediately; {@link #await()} waits until it has ended. The upload ends within a
     * second, whatever the service does, unless its source is blocked in a read that does not react to an interrupt.
     *
     * <p>Before the commit is sent, requests in flight are cancelled, including requests for a token, the execution is
     * aborted, and nothing is committed. If the service does not acknowledge the abort in 600 ms, the message of the
     * {@link UploadException} states that the execution may still be open and which request ends it.
     *
     * <p>Afterwards the upload cannot be undone: only the waiting ends. A commit in flight is cancelled after 200 ms
     * without a response, and the state of the execution is read once. The outcome is
     * {@link UploadOutcome#COMMITTED_UNVERIFIED} if the commit is acknowledged, and {@link UploadOutcome#UNKNOWN} if
     * neither the response nor that state shows whether the rows are committed. If the service rejected the commit as
     * too early and the upload waits for the {@link CommitInterval}, nothing is committed.
     */
    public void abort() {
        session.stop();
    }

    private static DomoIoException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new DomoIoException("Interrupted while waiting for an upload. The upload continues.", false, e);
    }
}
