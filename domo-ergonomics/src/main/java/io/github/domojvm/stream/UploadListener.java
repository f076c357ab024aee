package io.github.domojvm.stream;

import java.time.Duration;

/**
 * Receives the events of an upload. All methods do nothing by default.
 *
 * <pre>{@code
 * UploadListener listener = new UploadListener() {
 *     public void partAcknowledged(UploadProgress progress) {
 *         System.out.println(progress.rowsAcknowledged() + " rows acknowledged");
 *     }
 * };
 * UploadRequest request =
 *         UploadRequest.builder(streamId, source, UpdateMethod.REPLACE).listener(listener).build();
 * }</pre>
 *
 * <p>The methods are called in this order:
 *
 * <ol>
 *   <li>{@link #opened} or {@link #resumed}: at most once. Not called if the upload fails before or while its execution
 *       is created.
 *   <li>{@link #partAcknowledged}: once for each part, in the order of acknowledgment, which may differ from the order
 *       of the parts. A part that is retried is reported once. Not called for a source without rows.
 *   <li>{@link #commitDelayed}: each time the upload begins to wait for the commit interval, rarely more than once.
 *       With {@link CommitInterval#waitBeforeSending} also before {@link #opened}.
 *   <li>{@link #committed}: at most once. Not called if the commit is not sent, is rejected, or has an unknown outcome.
 *   <li>{@link #ended}: exactly once for every upload, whether it succeeded or failed. No further call follows, and
 *       {@link Upload#await()} does not return before.
 * </ol>
 *
 * <p>Calls for one upload never overlap, and each call sees the effects of the previous ones, so a listener of one
 * upload needs no synchronization. The calls come from different threads: {@link #partAcknowledged} from the threads
 * that send parts, the other methods from the thread of the upload. A listener that several uploads share is called
 * concurrently and must be thread-safe.
 *
 * <p>Return quickly: the upload waits while a method runs. Do not call {@link Upload#await()} in a listener, which
 * would block the upload forever. {@link Upload#abort()} and {@link Upload#progress()} may be called.
 *
 * <p>An exception or error that a method throws is logged and otherwise ignored.
 */
public interface UploadListener {
    /**
     * Called when the execution has been created.
     *
     * @param executionId the execution's id, a number within the Stream
     */
    default void opened(long executionId) {}

    /**
     * Called instead of {@link #opened} when the upload continues the execution of an earlier run, according to its
     * journal. {@link #partAcknowledged} is also called for the parts that the service acknowledged in that run.
     *
     * @param executionId the execution's id, a number within the Stream
     */
    default void resumed(long executionId) {}

    /**
     * Called when the service has acknowledged a part. All parts acknowledged does not mean success: the commit
     * follows.
     *
     * @param progress the progress, including this part
     */
    default void partAcknowledged(UploadProgress progress) {}

    /**
     * Called when the upload begins to wait for the commit interval of the Stream, see {@link CommitInterval}: because
     * the service rejected the commit, or before the execution is created. {@link Upload#abort()} ends the wait;
     * nothing is then committed.
     *
     * @param wait the duration of the wait that begins
     */
    default void commitDelayed(Duration wait) {}

    /**
     * Called when the service has acknowledged the commit, or the state of the execution proves that it was accepted.
     * The service may still be processing the rows.
     *
     * @param progress the final progress
     */
    default void committed(UploadProgress progress) {}

    /**
     * Called when the upload has ended, whether it succeeded or failed.
     *
     * @param result the result; its {@link UploadResult#outcome() outcome} shows whether rows were committed
     */
    default void ended(UploadResult result) {}
}
