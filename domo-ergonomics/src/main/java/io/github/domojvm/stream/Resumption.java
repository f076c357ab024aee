package io.github.domojvm.stream;

import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.journal.JournalDamagedException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
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
    static final Resumption NONE = new Resumption(UploadRecorder.NONE, null, Optional.empty());

    /**
     * Opens the journal and settles the earlier run, if there is one. A failure closes the journal and changes neither
     * it nor the execution of the earlier run.
     */
    static Resumption of(
            StreamCalls service,
            UploadRequest request,
            Path journal,
            String mark,
            UploadResult.Builder facts,
            Cancellation cancellation,
            Function<UploadRecorder, Completion> completions)
            throws JournalDamagedException {
        UploadIdentity identity = UploadIdentity.of(request, mark);
        UploadRecorder recorder = UploadRecorder.open(journal, identity, PartLimits.of(request.settings));
        JournalState state = recorder.earlier();
        if (state == null) {
            return new Resumption(recorder, null, Optional.empty());
        }
        try {
            EarlierRun earlier = new EarlierRun(service, request, state, cancellation);
            earlier.checkSame(identity, journal);
            facts.startWith(state.toFacts());
            Optional<UploadResult> settled = earlier.settle(identity, completions.apply(recorder));
            if (settled.isPresent() || earlier.continues()) {
                return new Resumption(recorder, settled.isPresent() ? null : state, settled);
            }
            facts.startWith(new UploadResult.Builder(request.streamId(), request.updateMethod));
            recorder.restart(identity, PartLimits.of(request.settings));
            return new Resumption(recorder, null, settled);
        } catch (UploadException e) {
            recorder.ended(e.result());
            recorder.close();
            throw e;
        } catch (Throwable e) {
            recorder.close();
            throw e;
        }
    }
}
