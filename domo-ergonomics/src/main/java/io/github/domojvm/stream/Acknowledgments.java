package io.github.domojvm.stream;

import io.github.domojvm.internal.parts.Part;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Which parts the service has acknowledged. It alone decides whether all are there, which the commit asks first. */
final class Acknowledgments {
    private final Listeners listeners;
    private final BitSet acknowledged = new BitSet();
    /** Read without the lock, which is held while a listener hears of it. */
    private volatile UploadProgress progress;

    Acknowledgments(Listeners listeners, @Nullable Long sourceBytes) {
        this.listeners = listeners;
        this.progress = UploadProgress.NONE.of(sourceBytes);
    }

    synchronized void cut() {
        progress = progress.cut();
    }

    /** Once a part, however often it was sent. */
    synchronized void acknowledge(Part part) {
        acknowledged.set(part.number());
        progress = progress.acknowledged(part.records(), part.rawBytes(), part.contentLength());
        listeners.partAcknowledged(progress);
    }

    /** Throws unless each of the parts 1 to N is acknowledged, N being how many were cut. */
    synchronized void checkComplete() {
        int parts = progress.partsCut();
        int missing = acknowledged.nextClearBit(1);
        if (missing <= parts || acknowledged.cardinality() != parts) {
            throw new IllegalStateException("Part " + missing + " of " + parts
                    + " is not acknowledged; this is a fault of" + " this library, and the upload is not committed");
        }
    }

    UploadProgress progress() {
        return progress;
    }
}
