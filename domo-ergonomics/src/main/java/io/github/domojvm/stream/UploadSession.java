package io.github.domojvm.stream;

import io.github.domojvm.error.FailureReason;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Uploads a source on a separate thread: cuts it and sends its parts concurrently, between the steps of
 * {@link UploadSteps}.
 */
final class UploadSession {
    private final UploadSteps steps;
    private final UploadRequest request;
    private final Executor executor;

    private @Nullable Thread reader;
    private boolean stopped;

    UploadSession(UploadSteps steps, UploadRequest request, Executor executor) {
        this.steps = steps;
        this.request = request;
        this.executor = executor;
    }

    UploadProgress progress() {
        return steps.progress();
    }

    /** Stops the upload from another thread: before the commit it is aborted, afterwards only the waiting ends. */
    synchronized void stop() {
        stopped = true;
        steps.stop();
        if (reader != null) {
            reader.interrupt();
        }
    }

    /** Runs the upload and blocks until it has ended. */
    UploadResult run() {
        try {
            sendAll();
        } catch (Throwable e) {
            throw steps.abort(e);
        }
        return steps.commit();
    }

    private void sendAll() {
        List<String> columns = steps.plan();
        try (Source source = Source.open(request, columns, executor)) {
            steps.acknowledgments().of(source.bytes());
            boolean rows = readFirst(source);
            if (!rows && !request.settings.allowEmpty) {
                throw new UploadRefusedException(
                        FailureReason.NO_ROWS,
                        "There are no rows in " + request.source + ".",
                        "To empty the DataSet, upload with allowEmpty().");
            }
            long executionId = steps.open();
            if (rows) {
                send(source);
            } else {
                steps.service().sendEmptyPart(executionId);
            }
            source.checkUnchanged();
        }
    }

    /** Reads the header line and the first part before the execution is created: most mistakes are found there. */
    private boolean readFirst(Source source) {
        reading(true);
        try {
            if (!request.settings.ignoreHeaderNames) {
                source.checkHeader();
            }
            return source.hasRows();
        } finally {
            reading(false);
        }
    }

    private void send(Source source) {
        reading(true);
        try {
            new SendStep(steps, request.settings.parallelism, executor).send(source);
        } finally {
            reading(false);
        }
    }

    /** {@link #stop} interrupts a blocked read. The interrupt must not affect the requests that clean up. */
    private synchronized void reading(boolean begins) {
        if (begins && stopped) {
            throw new CancellationException("stopped");
        }
        reader = begins ? Thread.currentThread() : null;
        if (!begins && Thread.interrupted()) {
            steps.stop();
        }
    }
}
