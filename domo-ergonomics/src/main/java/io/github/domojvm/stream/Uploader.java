package io.github.domojvm.stream;

import io.github.domojvm.internal.client.UploadContext;
import io.github.domojvm.internal.journal.JournalDamagedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Starts uploads and reconciles those that have ended. Each upload has a separate thread that reads the source.
 * Compression and sending run on the client's executor, in tasks that never wait for each other.
 */
final class Uploader {
    private final UploadContext context;

    Uploader(UploadContext context) {
        this.context = context;
    }

    /** Starts an upload and returns immediately. */
    Upload start(UploadRequest request) {
        UploadSession session = new UploadSession(upload(request), request, context.executor(), context.timing());
        CompletableFuture<UploadResult> completion = new CompletableFuture<>();
        Upload upload = new Upload(session, completion);
        context.running().add(completion, upload::abort);
        Thread thread = context.threads().newThread(() -> run(session, completion));
        thread.setName("domo-upload-" + request.streamId());
        thread.setDaemon(true);
        thread.start();
        return upload;
    }

    /** Returns the steps of an upload. */
    UploadSteps steps(UploadRequest request) {
        return new UploadSteps(upload(request));
    }

    /** Reads the execution of an upload again. If requested, aborts an execution that is still active first. */
    UploadResult reconcile(UploadResult result, boolean abort) {
        if (result.outcome() == UploadOutcome.COMMITTED_VERIFIED
                || result.outcome() == UploadOutcome.COMMITTED_MISMATCH) {
            return result;
        }
        StreamCalls calls = calls(result.streamId());
        return calls.step(() -> new Reconciliation(calls, context.timing()).reconcile(result, abort));
    }

    /** Determines the outcome of the upload that a journal reports, and records it there. */
    UploadResult reconcile(Path journal, boolean abort) {
        try (UploadRecorder recorder = UploadRecorder.existing(journal)) {
            JournalState state = Objects.requireNonNull(recorder.earlier());
            if (state.isSettled()) {
                return state.toResult();
            }
            StreamCalls calls = calls(state.identity.streamId());
            return calls.step(() -> reconcile(calls, recorder, state, abort));
        } catch (UploadRefusedException e) {
            throw new JournalException(e);
        } catch (IOException | IllegalArgumentException e) {
            throw new JournalException(UploadRecorder.unusable(journal, e));
        }
    }

    private UploadResult reconcile(StreamCalls calls, UploadRecorder recorder, JournalState state, boolean abort)
            throws JournalDamagedException {
        if (state.planned != null) {
            state.checkDataSet(calls.stream());
        }
        EarlierRun.orphan(calls, state, calls.stop().calls()).ifPresent(orphan -> state.executionId = orphan.id());
        Reconciliation reconciliation = new Reconciliation(calls, context.timing());
        UploadResult result = reconciliation.reconcile(state.toResult(), abort);
        if (reconciliation.isConclusive()) {
            recorder.ended(result);
        }
        return result;
    }

    private UploadRun upload(UploadRequest request) {
        return new UploadRun(calls(request.streamId()), request, context.timing());
    }

    private StreamCalls calls(long streamId) {
        return new StreamCalls(context.api(), context.calls(), streamId, context.timing());
    }

    private static void run(UploadSession session, CompletableFuture<UploadResult> completion) {
        // An Error too: otherwise the caller would wait forever.
        try {
            completion.complete(session.run());
        } catch (Throwable e) {
            completion.completeExceptionally(e);
        }
    }
}
