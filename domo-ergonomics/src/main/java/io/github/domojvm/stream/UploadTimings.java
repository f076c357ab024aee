package io.github.domojvm.stream;

import java.io.Serializable;
import java.time.Duration;

/**
 * The durations of the phases of an upload.
 *
 * @param opening reading the Stream, cutting the first part, waiting for the commit interval if requested, and creating
 *     the execution
 * @param sending cutting, compressing and sending the parts
 * @param committing from sending the commit until it was acknowledged, including a wait for the commit interval
 * @param processing waiting until the service had processed the rows
 * @param verifying checking the row count
 * @serial exclude
 */
public record UploadTimings(
        Duration opening, Duration sending, Duration committing, Duration processing, Duration verifying)
        implements Serializable {
    static final UploadTimings NONE =
            new UploadTimings(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /**
     * Returns the sum of all phases.
     *
     * @return the duration of the entire upload
     */
    public Duration total() {
        return opening.plus(sending).plus(committing).plus(processing).plus(verifying);
    }

    UploadTimings withOpening(Duration lap) {
        return new UploadTimings(lap, sending, committing, processing, verifying);
    }

    UploadTimings withSending(Duration lap) {
        return new UploadTimings(opening, lap, committing, processing, verifying);
    }

    UploadTimings withCommitting(Duration lap) {
        return new UploadTimings(opening, sending, lap, processing, verifying);
    }

    UploadTimings withProcessing(Duration lap) {
        return new UploadTimings(opening, sending, committing, lap, verifying);
    }

    UploadTimings withVerifying(Duration lap) {
        return new UploadTimings(opening, sending, committing, processing, lap);
    }
}
