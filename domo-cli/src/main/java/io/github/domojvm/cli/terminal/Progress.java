package io.github.domojvm.cli.terminal;

import io.github.domojvm.stream.UploadListener;
import io.github.domojvm.stream.UploadProgress;
import io.github.domojvm.stream.UploadResult;
import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** The progress bar of an upload: acknowledged bytes of all bytes. */
public final class Progress implements UploadListener {
    private static final int WIDTH = 78;
    private static final String CLEAR = "\r" + " ".repeat(WIDTH) + "\r";

    private final CliContext context;
    private final String uploadedBefore;
    private final ProgressBar bar;

    private Progress(CliContext context, long bytes, String uploadedBefore) {
        this.context = context;
        this.uploadedBefore = uploadedBefore;
        this.bar = new ProgressBarBuilder()
                .setTaskName("Uploading")
                .setInitialMax(bytes)
                .setUnit(" MiB", 1 << 20)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis((int) Duration.ofMillis(200).toMillis())
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
                .build();
    }

    /** Starts the progress of an upload that does not continue an earlier one. */
    public static UploadListener start(CliContext context, boolean quiet, long bytes) {
        return start(context, quiet, bytes, "nothing");
    }

    /**
     * Starts a progress bar if standard error is a terminal. Otherwise, only the continuation of an earlier run is
     * reported, and a wait, since the command would seem to hang. Nothing is reported if output is quiet.
     *
     * @param uploadedBefore what an earlier run has uploaded, for a message
     */
    public static UploadListener start(CliContext context, boolean quiet, long bytes, String uploadedBefore) {
        if (quiet) {
            return new UploadListener() {};
        }
        return context.live() ? new Progress(context, bytes, uploadedBefore) : new Messages(context, uploadedBefore);
    }

    @Override
    public void resumed(long executionId) {
        context.err().print(CLEAR);
        new Messages(context, uploadedBefore).resumed(executionId);
    }

    @Override
    public void partAcknowledged(UploadProgress progress) {
        bar.stepTo(progress.rawBytesAcknowledged());
        bar.setExtraMessage(" part " + progress.partsAcknowledged());
    }

    @Override
    public void commitDelayed(Duration wait) {
        bar.setExtraMessage(" waiting " + Numbers.time(wait) + " to commit");
    }

    @Override
    public void committed(UploadProgress progress) {
        bar.stepTo(Math.max(bar.getMax(), progress.rawBytesAcknowledged()));
        bar.setExtraMessage(" committed");
    }

    @Override
    public void ended(UploadResult result) {
        bar.close();
        context.err().print(CLEAR);
        context.err().flush();
    }

    private void draw(String line) {
        context.err().print("\r" + line);
        context.err().flush();
    }

    /** Prints a line for the continuation of an earlier run and for each wait. */
    private record Messages(CliContext context, String uploadedBefore) implements UploadListener {
        @Override
        public void resumed(long executionId) {
            context.err()
                    .println("Resuming execution " + executionId + ": " + uploadedBefore + " already acknowledged.");
            context.err().flush();
        }

        @Override
        public void commitDelayed(Duration wait) {
            context.err().println("The Stream was committed too recently. Waiting " + Numbers.time(wait) + ".");
            context.err().flush();
        }
    }
}
