package io.github.domojvm.stream;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the caller's listener, one call at a time, and keeps its failures away from the upload. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(UploadListener.class);

    private final UploadListener listener;

    Listeners(UploadListener listener) {
        this.listener = listener;
    }

    void opened(long executionId) {
        tell(listener -> listener.opened(executionId));
    }

    void partAcknowledged(UploadProgress progress) {
        tell(listener -> listener.partAcknowledged(progress));
    }

    void committed(UploadProgress progress) {
        tell(listener -> listener.committed(progress));
    }

    void ended(UploadResult result) {
        tell(listener -> listener.ended(result));
    }

    private synchronized void tell(Consumer<UploadListener> event) {
        try {
            event.accept(listener);
        } catch (Throwable e) {
            // An Error of a listener is no reason to leave an execution open, or an outcome untold.
            LOG.warn("A listener of an upload failed; the upload goes on", e);
        }
    }
}
