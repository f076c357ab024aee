package io.github.domojvm.stream;

import io.github.domojvm.internal.journal.JournalDamagedException;
import io.github.domojvm.internal.journal.JournalRecord;
import io.github.domojvm.rest.model.UpdateMethod;

/**
 * What makes two uploads the same.
 *
 * @param streamId the Stream
 * @param updateMethod the update method
 * @param source the name of the source, for messages
 * @param mark identifies the state of the source
 * @param header whether the first line is a header line
 */
record UploadIdentity(long streamId, UpdateMethod updateMethod, String source, String mark, boolean header) {
    private static final int LONGEST_NAME = 500;

    static UploadIdentity of(UploadRequest request, String mark) {
        String name = request.source.toString();
        return new UploadIdentity(
                request.streamId(),
                request.updateMethod,
                name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                mark,
                request.source.hasHeader());
    }

    static UploadIdentity of(JournalRecord upload) throws JournalDamagedException {
        if (!upload.type().equals(UploadRecorder.UPLOAD)) {
            throw new IllegalArgumentException("The journal is not that of an upload.");
        }
        return new UploadIdentity(
                upload.number("stream"),
                UpdateMethod.valueOf(upload.text("updateMethod")),
                upload.text("source"),
                upload.text("mark"),
                upload.text("header").equals("yes"));
    }

    JournalRecord toRecord(PartLimits limits) {
        return JournalRecord.of(UploadRecorder.UPLOAD)
                .with("stream", streamId)
                .with("updateMethod", updateMethod.name())
                .with("source", source)
                .with("mark", mark)
                .with("header", header ? "yes" : "no")
                .with("partRows", limits.rows())
                .with("partBytes", limits.bytes())
                .with("rowBytes", limits.rowBytes());
    }

    /** Returns whether both uploads have the same target and settings, whatever the state of the source. */
    boolean hasSameTarget(UploadIdentity other) {
        return streamId == other.streamId && updateMethod == other.updateMethod && header == other.header;
    }
}
