package io.github.domojvm.stream;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A reading of how far an upload is. Repeated sendings of a part count once, so numbers never fall and never exceed
 * what there is. All parts acknowledged is not success yet: the commit follows.
 *
 * @param partsCut how many parts were cut so far
 * @param partsAcknowledged how many the service has acknowledged
 * @param rowsAcknowledged how many rows those hold
 * @param rawBytesAcknowledged how large those are before compression
 * @param sentBytesAcknowledged how large they are as they were sent
 * @param sourceBytes how large the source is in bytes, null when that is not known
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
