package io.github.domojvm.stream;

import io.github.domojvm.internal.journal.JournalDamagedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The start of an upload: with the result of an earlier run, with the execution of that run, or from the beginning.
 *
 * @param recorder records the upload
 * @param continued what the journal reports about the earlier run whose execution continues; null for a new upload
 * @param settled the result if the earlier run was committed
 */
record Resumption(UploadRecorder recorder, @Nullable JournalState continued, Optional<UploadResult> settled) {
    /** The start of an upload without a journal. */
    static final Resumption NONE = fromTheBeginning(UploadRecorder.NONE);

    static Resumption fromTheBeginning(UploadRecorder recorder) {
        return new Resumption(recorder, null, Optional.empty());
    }

    /** Settles the earlier run that the journal reports, and sets what is known of it as facts. */
    static Resumption of(
            UploadRecorder recorder,
            UploadIdentity identity,
            EarlierRun earlier,
            JournalState state,
            UploadResult.Builder facts,
            Completion completion)
            throws JournalDamagedException {
        facts.startWith(state.toFacts());
        Optional<UploadResult> settled = earlier.settle(identity, completion);
        if (settled.isPresent()) {
            return new Resumption(recorder, null, settled);
        }
        if (earlier.continues()) {
            return new Resumption(recorder, state, settled);
        }
        facts.startWith(new UploadResult.Builder(identity.streamId(), identity.updateMethod()));
        return fromTheBeginning(recorder);
    }
}
