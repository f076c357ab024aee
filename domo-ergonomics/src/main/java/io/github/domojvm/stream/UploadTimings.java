package io.github.domojvm.stream;

import java.io.Serializable;
import java.time.Duration;

/**
 * Where the time of an upload went.
 *
 * @param opening looking at the Stream and opening the execution, the first part being cut meanwhile
 * @param sending cutting, compressing and sending the parts
 * @param committing until the commit was acknowledged
 * @param processing until the service had processed the rows
 * @param verifying until their number was checked
 * @serial exclude
 */
public record UploadTimings(
        Duration opening, Duration sending, Duration committing, Duration processing, Duration verifying)
        implements Serializable {
    static final UploadTimings NONE =
            new UploadTimings(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /**
     * Adds them up.
     *
     * @return the time of the whole upload
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
