package io.github.domojvm.stream;

import io.github.domojvm.internal.Args;
import java.time.Duration;
import java.util.Objects;

/**
 * The minimum time between two commits of a Stream, and what an upload does if its commit would be too early.
 *
 * <pre>{@code
 * UploadRequest request = UploadRequest.builder(streamId, source, UpdateMethod.REPLACE)
 *         .commitInterval(CommitInterval.waitBeforeSending(Duration.ofHours(1)))
 *         .build();
 * }</pre>
 *
 * <p>By default, Domo allows a commit of a Stream every 15 minutes; Domo's support can change this, and some plans
 * allow one an hour. What the service responds to an earlier commit is not documented (Domo docs, Stream API).
 *
 * <p>The time of the previous commit is the end of the Stream's newest execution in the state {@code SUCCESS} or
 * {@code INVALID}, by the clock of the service; the local clock is not used. If the service returns no such time, the
 * upload does not wait. Such waits count neither as processing time, see
 * {@link UploadRequest.Builder#processingTimeout}, nor as a failure; {@link Upload#abort()} ends them.
 *
 * <p>Immutable and thread-safe. The factory methods throw {@link IllegalArgumentException} if the interval is negative.
 */
public final class CommitInterval {
    private static final CommitInterval DEFAULT = waitAfterRefusal(Duration.ofMinutes(15));

    private enum Mode {
        WAIT_AFTER_REFUSAL,
        WAIT_BEFORE_SENDING,
        FAIL_BEFORE_SENDING
    }

    private final Mode mode;
    private final Duration interval;

    private CommitInterval(Mode mode, Duration interval) {
        this.mode = mode;
        this.interval = Args.notNegative("interval", interval);
    }

    /**
     * Sends the commit immediately. If the service rejects it with status 400, 409 or 429 and the previous commit is
     * more recent than the interval, the upload preserves the execution, waits for the rest of the interval, at least
     * one minute, and retries the commit if the execution is still active.
     *
     * @param interval the minimum time between two commits; zero never waits
     * @return the setting; with 15 minutes, it is the default
     */
    public static CommitInterval waitAfterRefusal(Duration interval) {
        return new CommitInterval(Mode.WAIT_AFTER_REFUSAL, interval);
    }

    /**
     * Waits for the rest of the interval before the execution is created and any part is sent. The first part may be
     * read and the source remains open during the wait. A commit that is rejected nevertheless is retried as with
     * {@link #waitAfterRefusal}.
     *
     * @param interval the minimum time between two commits; zero never waits
     * @return the setting
     */
    public static CommitInterval waitBeforeSending(Duration interval) {
        return new CommitInterval(Mode.WAIT_BEFORE_SENDING, interval);
    }

    /**
     * Fails with {@link io.github.domojvm.error.FailureReason#COMMIT_INTERVAL} if the previous commit is more recent
     * than the interval, before the execution is created and any part is sent. A rejected commit is not retried.
     *
     * @param interval the minimum time between two commits; zero never fails
     * @return the setting
     */
    public static CommitInterval failBeforeSending(Duration interval) {
        return new CommitInterval(Mode.FAIL_BEFORE_SENDING, interval);
    }

    static CommitInterval defaults() {
        return DEFAULT;
    }

    Duration interval() {
        return interval;
    }

    boolean waitsAfterRefusal() {
        return mode != Mode.FAIL_BEFORE_SENDING && !interval.isZero();
    }

    boolean appliesBeforeSending() {
        return mode != Mode.WAIT_AFTER_REFUSAL && !interval.isZero();
    }

    boolean fails() {
        return mode == Mode.FAIL_BEFORE_SENDING;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommitInterval that && mode == that.mode && interval.equals(that.interval);
    }

    @Override
    public int hashCode() {
        return Objects.hash(mode, interval);
    }

    @Override
    public String toString() {
        return mode + " " + interval;
    }
}
