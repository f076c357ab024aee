package io.github.domojvm.stream;

/**
 * Hears how an upload goes. All methods do nothing unless overridden.
 *
 * <p>Order: {@link #opened} once, {@link #partAcknowledged} once a part in any order of the parts, {@link #committed}
 * once, and at last {@link #ended} exactly once in every case, also when the upload failed before it opened.
 *
 * <p><b>Called by one thread at a time, but by different threads, among them those that send parts: return quickly, do
 * not block, do not wait for the upload.</b> What a method throws is logged and dropped.
 */
public interface UploadListener {
    /**
     * The execution is open.
     *
     * @param executionId its id, a number within the Stream
     */
    default void opened(long executionId) {}

    /**
     * The service has acknowledged one more part.
     *
     * @param progress how far the upload is
     */
    default void partAcknowledged(UploadProgress progress) {}

    /**
     * The service has acknowledged the commit, or its state shows that it took it.
     *
     * @param progress how far the upload is
     */
    default void committed(UploadProgress progress) {}

    /**
     * The upload has ended, well or not.
     *
     * @param result how
     */
    default void ended(UploadResult result) {}
}
