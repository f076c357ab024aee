package io.github.domojvm.stream;

import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.Members;
import io.github.domojvm.internal.journal.JournalDamagedException;
import io.github.domojvm.internal.journal.JournalRecord;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.StreamDataSet;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the records of a journal report about its last upload; see {@link UploadRecorder}. */
final class JournalState {
    final UploadIdentity identity;
    final PartLimits limits;
    /** The DataSet, its columns and the highest execution id before the upload; null if they were not read. */
    @Nullable
    JournalRecord planned;
    /** Whether a request to create an execution may have been sent. */
    boolean opening;

    @Nullable
    Long executionId;

    final Map<Integer, UploadPart> parts = new HashMap<>();
    final BitSet acknowledged = new BitSet();
    /** The expected result; null if the commit was not sent. */
    @Nullable
    JournalRecord committing;
    /** Whether the service refused the last commit, which can be sent again. */
    boolean refused;

    boolean committed;

    @Nullable
    JournalRecord ended;

    private UploadOutcome outcome = UploadOutcome.NOT_COMMITTED;

    private JournalState(JournalRecord upload) throws JournalDamagedException {
        this.identity = UploadIdentity.of(upload);
        this.limits =
                new PartLimits(upload.number("partRows"), upload.number("partBytes"), (int) upload.number("rowBytes"));
    }

    static JournalState of(List<JournalRecord> records) throws JournalDamagedException {
        JournalState state = new JournalState(records.get(0));
        for (JournalRecord record : records.subList(1, records.size())) {
            if (record.type().equals(UploadRecorder.UPLOAD)) {
                state = new JournalState(record);
            } else {
                state.add(record);
            }
        }
        return state;
    }

    /**
     * Throws if the Stream has another DataSet than in the earlier run, as with the credentials of another instance.
     */
    void checkDataSet(DomoStream stream) throws JournalDamagedException {
        String dataSetId = Members.orNull(stream.dataSet(), StreamDataSet::id);
        if (planned == null || !planned.text("dataSet").equals(dataSetId)) {
            throw new UploadRefusedException(
                    FailureReason.JOURNAL_UNUSABLE,
                    "Stream " + identity.streamId() + " has another DataSet than in the earlier run of this upload.",
                    "Check that the credentials are those of the earlier run, or use another journal.");
        }
    }

    /** Reads the columns of the DataSet, and throws if they have changed since the earlier run. */
    Plan unchangedPlan(StreamCalls service) throws JournalDamagedException {
        Plan present = Plan.ofColumns(service, planned == null ? "" : planned.text("dataSet"));
        checkColumns(present);
        return present;
    }

    /** Throws if the columns of the DataSet have changed since the earlier run. */
    void checkColumns(Plan plan) throws JournalDamagedException {
        if (planned == null || !planned.text("columns").equals(plan.fingerprint())) {
            throw new UploadRefusedException(
                    FailureReason.COLUMNS_CHANGED,
                    "The columns of DataSet " + plan.dataSetId()
                            + " have changed since the earlier run of this upload.",
                    "Compare the source with the new columns and upload again.");
        }
    }

    /** Returns the part of the earlier run with the same number, which must have the same rows; null if it had none. */
    @Nullable
    UploadPart part(UploadPart part) {
        UploadPart earlier = parts.get(part.number());
        if (earlier != null && !earlier.hasSameRows(part)) {
            throw new UploadRefusedException(
                    FailureReason.SOURCE_CHANGED,
                    "Part " + part.number() + " has other rows than in the earlier run of this upload.",
                    "Upload again when no program writes to the source.");
        }
        return earlier;
    }

    private void add(JournalRecord record) throws JournalDamagedException {
        switch (record.type()) {
            case UploadRecorder.PLANNED -> planned = record;
            case UploadRecorder.OPENING -> opening = true;
            case UploadRecorder.OPENED -> executionId = record.number("execution");
            case UploadRecorder.PART -> {
                UploadPart part = part(record);
                parts.put(part.number(), part);
            }
            case UploadRecorder.ACKNOWLEDGED -> acknowledged.set((int) record.number("number"));
            case UploadRecorder.COMMITTING -> {
                committing = record;
                refused = false;
                outcome = UploadOutcome.UNKNOWN;
            }
            case UploadRecorder.REFUSED -> refused = true;
            case UploadRecorder.COMMITTED -> committed = true;
            case UploadRecorder.ENDED -> {
                ended = record;
                outcome = UploadOutcome.valueOf(record.text("outcome"));
            }
            default -> {
                // Written by a later version, which may add records that change nothing.
            }
        }
    }

    private static UploadPart part(JournalRecord record) throws JournalDamagedException {
        return new UploadPart(
                (int) record.number("number"),
                record.number("firstByte"),
                record.number("rows"),
                record.number("bytes"),
                record.number("crc32"),
                record.number("sentBytes"),
                record.text("gzip").equals("yes"));
    }

    /** Returns the highest execution id of the Stream before the upload. */
    long lastExecution() throws JournalDamagedException {
        return planned == null ? 0 : planned.number("lastExecution");
    }

    UploadOutcome outcome() {
        return outcome;
    }

    /** Returns whether nothing of the upload is left to be settled. */
    boolean isSettled() {
        return ended != null && outcome != UploadOutcome.UNKNOWN;
    }

    UploadResult toResult() throws JournalDamagedException {
        UploadResult.Builder facts = toFacts();
        return facts.as(facts.outcome, ended == null ? "The upload has not ended, according to its journal." : "");
    }

    UploadResult.Builder toFacts() throws JournalDamagedException {
        UploadResult.Builder facts = new UploadResult.Builder(identity.streamId(), identity.updateMethod());
        facts.executionId = executionId;
        facts.dataSetId = planned == null ? null : planned.text("dataSet");
        facts.progress = progress();
        facts.outcome = outcome();
        facts.uploadedEarlier = committing != null;
        facts.expectedRows = number(committing, "expectedRows");
        facts.foundRows = number(ended, "foundRows");
        return facts;
    }

    private UploadProgress progress() {
        UploadProgress progress = UploadProgress.NONE;
        for (UploadPart part : parts.values()) {
            progress = progress.cut();
            if (acknowledged.get(part.number())) {
                progress = progress.acknowledged(part.rows(), part.rawBytes(), part.sentBytes());
            }
        }
        return progress;
    }

    private static @Nullable Long number(@Nullable JournalRecord record, String name) throws JournalDamagedException {
        return record == null || record.find(name).isEmpty() ? null : Long.valueOf(record.number(name));
    }
}
