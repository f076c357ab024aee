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

/** A running upload. Safe for use by several threads. */
public final class Upload {
    private final UploadSession session;
    private final CompletableFuture<UploadResult> completion;

    Upload(UploadSession session, CompletableFuture<UploadResult> completion) {
        this.session = session;
        this.completion = completion;
    }

    /**
     * Waits for the end: for the acknowledged commit or for the processed rows, as the request said.
     *
     * @return how it ended: {@link UploadOutcome#COMMITTED_VERIFIED} or {@link UploadOutcome#COMMITTED_UNVERIFIED}
     * @throws UploadException when it ended in any other way
     * @throws DomoIoException when this thread is interrupted while it waits; its flag stays set, and the upload goes
     *     on
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
     * Waits for the end, but not longer than given.
     *
     * @param patience how long
     * @return how it ended; empty when it has not ended yet, it goes on then
     * @throws UploadException when it ended in any other way than {@link #await()} returns
     * @throws DomoIoException when this thread is interrupted while it waits; its flag stays set, and the upload goes
     *     on
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
     * Gives the end as a future, which fails with {@link UploadException}. Stages attached without an executor run on
     * the upload's thread. Cancelling the future does not stop the upload, {@link #abort()} does.
     *
     * @return a future of its own for each call
     */
    public CompletableFuture<UploadResult> completion() {
        return completion.copy();
    }

    /**
     * Tells how far it is.
     *
     * @return a reading of this moment
     */
    public UploadProgress progress() {
        return session.progress();
    }

    /**
     * Stops it and returns at once; {@link #await()} tells when it has ended. Before the commit was sent, calls in
     * flight are cut, the execution is aborted, and nothing is committed. After that nothing can be taken back: only
     * the waiting ends.
     */
    public void abort() {
        session.stop();
    }

    private static DomoIoException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new DomoIoException("Interrupted while waiting for an upload, which goes on.", false, e);
    }
}
