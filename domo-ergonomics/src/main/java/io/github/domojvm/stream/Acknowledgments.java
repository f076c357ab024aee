package io.github.domojvm.stream;

import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parts that the service has acknowledged. {@link #checkComplete} must pass before the commit. */
final class Acknowledgments {
    private final Listeners listeners;
    private final BitSet acknowledged = new BitSet();
    private final SortedMap<Integer, Integer> partsByGzipLevel = new TreeMap<>();
    /** Volatile, since readers must not wait for the lock, which is held while the listener runs. */
    private volatile UploadProgress progress = UploadProgress.NONE;

    Acknowledgments(Listeners listeners) {
        this.listeners = listeners;
    }

    /** Sets the size of the source for the progress; null if it is unknown. */
    synchronized void of(@Nullable Long sourceBytes) {
        progress = progress.of(sourceBytes);
    }

    synchronized void cut() {
        progress = progress.cut();
    }

    /** Called once for each part, regardless of retries. */
    synchronized void acknowledge(UploadPart part) {
        acknowledged.set(part.number());
        progress = progress.acknowledged(part.rows(), part.rawBytes(), part.sentBytes());
        listeners.partAcknowledged(progress);
    }

    /** Counts a part that this run has sent. */
    synchronized void sent(int gzipLevel) {
        partsByGzipLevel.merge(gzipLevel, 1, Integer::sum);
    }

    synchronized SortedMap<Integer, Integer> partsByGzipLevel() {
        return new TreeMap<>(partsByGzipLevel);
    }

    /** Throws if any of the parts 1 to N is not acknowledged, where N is the number of parts cut. */
    synchronized void checkComplete() {
        int parts = progress.partsCut();
        int missing = acknowledged.nextClearBit(1);
        if (missing <= parts || acknowledged.cardinality() != parts) {
            throw new IllegalStateException("Part " + missing + " of " + parts
                    + " is not acknowledged, so the upload is not committed. This is a bug in this library.");
        }
    }

    UploadProgress progress() {
        return progress;
    }
}
