package io.github.domojvm.stream;

import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the listener of an upload, one call at a time, and isolates the upload from its failures. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(UploadListener.class);

    private final UploadListener listener;

    Listeners(UploadListener listener) {
        this.listener = listener;
    }

    void opened(long executionId) {
        dispatch(listener -> listener.opened(executionId));
    }

    void resumed(long executionId) {
        dispatch(listener -> listener.resumed(executionId));
    }

    void partAcknowledged(UploadProgress progress) {
        dispatch(listener -> listener.partAcknowledged(progress));
    }

    /** Called once for each wait, when it begins. */
    void commitDelayed(Duration wait) {
        dispatch(listener -> listener.commitDelayed(wait));
    }

    void committed(UploadProgress progress) {
        dispatch(listener -> listener.committed(progress));
    }

    void ended(UploadResult result) {
        dispatch(listener -> listener.ended(result));
    }

    private synchronized void dispatch(Consumer<UploadListener> event) {
        try {
            event.accept(listener);
        } catch (Throwable e) {
            // An Error too: a listener must not leave an execution open or hide an outcome.
            LOG.warn("The listener of an upload failed. The upload continues.", e);
        }
    }
}
