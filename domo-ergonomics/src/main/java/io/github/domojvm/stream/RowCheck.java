package io.github.domojvm.stream;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.internal.Members;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.Timing;
import io.github.domojvm.rest.model.DataSet;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Compares the row count of the DataSet with the expected one. */
final class RowCheck {
    /** The row count is updated some seconds after the processing (domo-php's live tests). */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final String STOPPED = "Processed. The upload was stopped before the rows could be counted.";

    private final StreamCalls service;
    private final Timing timing;
    private final Cancellation cancellation;

    RowCheck(StreamCalls service, Timing timing, Cancellation cancellation) {
        this.service = service;
        this.timing = timing;
        this.cancellation = cancellation;
    }

    /** Returns the result of an upload whose rows were processed. */
    UploadResult check(UploadResult.Builder facts) {
        Long expected = facts.expectedRows;
        String dataSetId = facts.dataSetId;
        if (expected == null || dataSetId == null) {
            return facts.as(
                    UploadOutcome.COMMITTED_UNVERIFIED,
                    "Processed. With " + facts.updateMethod + " the number of rows does not show whether all arrived.");
        }
        long start = timing.nanos();
        try {
            while (true) {
                // A response can arrive long after its request, with a number that was read before the patience ended.
                boolean last = timing.nanos() - start >= PATIENCE.toNanos();
                Long found = Members.orNull(service.dataSet(dataSetId), DataSet::rows);
                facts.foundRows = found;
                if (expected.equals(found)) {
                    return facts.as(UploadOutcome.COMMITTED_VERIFIED, "");
                }
                if (last) {
                    return differs(facts, expected, found);
                }
                if (cancellation.isCancelled()) {
                    // The service updates the number late, so another number proves nothing yet.
                    return facts.as(UploadOutcome.COMMITTED_UNVERIFIED, STOPPED);
                }
                timing.sleep(WAIT, cancellation);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return facts.as(
                    UploadOutcome.COMMITTED_UNVERIFIED, "Processed. Interrupted before the rows could be counted.");
        } catch (DomoException e) {
            if (cancellation.isCancelled()) {
                return facts.as(UploadOutcome.COMMITTED_UNVERIFIED, STOPPED);
            }
            return facts.as(
                    UploadOutcome.COMMITTED_UNVERIFIED, "Processed. The rows could not be counted: " + e.getMessage());
        }
    }

    private static UploadResult differs(UploadResult.Builder facts, long expected, @Nullable Long found) {
        return found == null
                ? facts.as(
                        UploadOutcome.COMMITTED_UNVERIFIED,
                        "Processed. The service does not return the number of rows.")
                : facts.as(
                        UploadOutcome.COMMITTED_MISMATCH,
                        "The DataSet should have " + expected + " rows but has " + found
                                + ". Rows were lost or duplicated, or another program changed them in the meantime."
                                + " Compare the rows with the source before using them.");
    }
}
