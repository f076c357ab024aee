package io.github.domojvm.stream;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of the progress of an upload. A part counts once, however often it is retried, so the numbers never
 * decrease. All parts acknowledged does not mean success: the commit follows.
 *
 * @param partsCut the number of parts cut so far
 * @param partsAcknowledged the number of parts that the service has acknowledged
 * @param rowsAcknowledged the number of rows in the acknowledged parts
 * @param rawBytesAcknowledged the size of the acknowledged parts before compression, in bytes
 * @param sentBytesAcknowledged the size of the acknowledged parts as sent, in bytes
 * @param sourceBytes the size of the source in bytes; null if it is unknown
 * @serial exclude
 */
public record UploadProgress(
        int partsCut,
        int partsAcknowledged,
        long rowsAcknowledged,
        long rawBytesAcknowledged,
        long sentBytesAcknowledged,
        @Nullable Long sourceBytes)
        implements Serializable {
    static final UploadProgress NONE = new UploadProgress(0, 0, 0, 0, 0, null);

    UploadProgress of(@Nullable Long size) {
        return new UploadProgress(
                partsCut, partsAcknowledged, rowsAcknowledged, rawBytesAcknowledged, sentBytesAcknowledged, size);
    }

    UploadProgress cut() {
        return new UploadProgress(
                partsCut + 1,
                partsAcknowledged,
                rowsAcknowledged,
                rawBytesAcknowledged,
                sentBytesAcknowledged,
                sourceBytes);
    }

    UploadProgress acknowledged(long rows, long rawBytes, long sentBytes) {
        return new UploadProgress(
                partsCut,
                partsAcknowledged + 1,
                rowsAcknowledged + rows,
                rawBytesAcknowledged + rawBytes,
                sentBytesAcknowledged + sentBytes,
                sourceBytes);
    }
}
