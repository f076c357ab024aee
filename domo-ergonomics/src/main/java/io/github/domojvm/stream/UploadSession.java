package io.github.domojvm.stream;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.call.Timing;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Uploads a source on a separate thread: cuts it and sends its parts concurrently, between the steps of
 * {@link UploadRun}.
 */
final class UploadSession {
    private final UploadRun run;
    private final UploadRequest request;
    private final Executor executor;
    private final Timing timing;

    private @Nullable Thread reader;

    UploadSession(UploadRun run, UploadRequest request, Executor executor, Timing timing) {
        this.run = run;
        this.request = request;
        this.executor = executor;
        this.timing = timing;
    }

    UploadProgress progress() {
        return run.progress();
    }

    /** Stops the upload from another thread: before the commit it is aborted, afterwards only the waiting ends. */
    synchronized void stop() {
        run.stop();
        if (reader != null) {
            reader.interrupt();
        }
    }

    /** Runs the upload and blocks until it has ended. */
    UploadResult run() {
        JournaledSource source = null;
        try {
            Optional<UploadResult> earlier;
            try {
                source = source();
                earlier = run.resume(source.mark());
                source.publish(request.settings.journal);
                if (earlier.isEmpty()) {
                    sendAll(source.csv());
                }
            } catch (Throwable e) {
                throw run.abort(e);
            }
            return earlier.isPresent() ? earlier.get() : run.commit();
        } finally {
            if (source != null && run.isSettled()) {
                source.delete();
            }
        }
    }

    private JournaledSource source() {
        reading(true);
        try {
            return JournaledSource.of(request.source, request.settings.journal);
        } finally {
            reading(false);
        }
    }

    private void sendAll(CsvSource csv) {
        List<String> columns = run.plan();
        UploadSettings settings = request.settings;
        AdaptiveLevel adaptive =
                settings.gzipLevel == UploadSettings.ADAPTIVE_GZIP ? new AdaptiveLevel(settings.parallelism) : null;
        IntSupplier gzipLevel = adaptive == null ? () -> settings.gzipLevel : adaptive;
        try (Source source = Source.open(csv, run.limits(), gzipLevel, columns, executor)) {
            run.acknowledgments().of(source.bytes());
            boolean rows = readFirst(source);
            if (!rows && !settings.allowEmpty) {
                throw new UploadRefusedException(
                        FailureReason.NO_ROWS,
                        "There are no rows in " + request.source + ".",
                        "To empty the DataSet, upload with allowEmpty().");
            }
            long executionId = run.open();
            if (rows) {
                send(source, adaptive);
            } else {
                run.service().sendEmptyPart(executionId);
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

    private void send(Source source, @Nullable AdaptiveLevel adaptive) {
        reading(true);
        try {
            new SendStep(run, request.settings, executor, timing, adaptive).send(source);
        } finally {
            reading(false);
        }
    }

    /** {@link #stop} interrupts a blocked read. The interrupt must not affect the requests that clean up. */
    private synchronized void reading(boolean begins) {
        if (begins) {
            run.checkNotStopped();
        }
        reader = begins ? Thread.currentThread() : null;
        if (!begins && Thread.interrupted()) {
            run.stop();
        }
    }
}
