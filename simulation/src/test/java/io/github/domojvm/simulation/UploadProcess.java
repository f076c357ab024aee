package io.github.domojvm.simulation;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.stream.Streams;
import io.github.domojvm.stream.Upload;
import io.github.domojvm.stream.UploadException;
import io.github.domojvm.stream.UploadListener;
import io.github.domojvm.stream.UploadRequest;
import io.github.domojvm.stream.UploadResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** A process that performs one run of the upload, or reconciles it. */
final class UploadProcess {
    private final Scenario scenario;
    private final Caller caller;
    private final SimulatedProcess process;
    private final SimulatedClient client;
    private final Scheduler scheduler;
    private Upload upload;
    private Thread uploading;
    private Claim claim;
    private int endings;

    UploadProcess(
            Scenario scenario,
            Scheduler scheduler,
            Network network,
            SimulatedDomo service,
            int run,
            RandomGenerator random) {
        this.scenario = scenario;
        this.scheduler = scheduler;
        this.caller = Caller.upload(run);
        this.process = new SimulatedProcess(scheduler, "run" + run);
        SimulatedTiming timing = new SimulatedTiming(scheduler, process, random);
        Wire wire =
                new Wire(scheduler, process, network, caller, service.stream().ledger());
        this.client = new SimulatedClient(
                process, task -> uploading = process.thread("upload", task), wire, scenario.calls(), random, timing);
    }

    SimulatedProcess process() {
        return process;
    }

    /** Starts the upload on a thread of the process. */
    void start(Path journal) {
        process.start(
                "main",
                () -> end(streams -> {
                    upload = streams.upload(request(journal));
                    return upload.await();
                }));
    }

    /** Starts another task of the same program. */
    void start(Function<Streams, UploadResult> task) {
        process.start("main", () -> end(task));
    }

    private void end(Function<Streams, UploadResult> task) {
        UploadResult result = null;
        Throwable failure = null;
        try {
            result = task.apply(client.streams());
        } catch (UploadException e) {
            result = e.result();
            failure = e;
        } catch (Throwable e) {
            failure = e;
        }
        claim = new Claim(caller.run(), result, failure, scheduler.elapsed());
    }

    private UploadRequest request(Path journal) {
        byte[] csv = scenario.csv().getBytes(StandardCharsets.UTF_8);
        CsvSource source = CsvSource.of("rows", () -> new ByteArrayInputStream(csv));
        UploadRequest.Builder request = UploadRequest.builder(
                        SimulatedStream.ID, scenario.header() ? source.withHeader() : source, scenario.updateMethod())
                .partRows(scenario.partRows())
                .parallelism(scenario.parallelism())
                .until(scenario.until())
                .processingTimeout(scenario.processingTimeout())
                .progressTimeout(scenario.progressTimeout())
                .commitInterval(scenario.commitInterval())
                .allowEmpty()
                .listener(new UploadListener() {
                    @Override
                    public void ended(UploadResult result) {
                        endings++;
                    }
                });
        if (scenario.gzipLevel() == 0) {
            request.uncompressed();
        } else if (scenario.gzipLevel() == Scenario.ADAPTIVE_GZIP) {
            request.adaptiveGzip();
        } else {
            request.gzipLevel(scenario.gzipLevel());
        }
        if (scenario.abortOpenExecution()) {
            request.abortOpenExecution();
        }
        return scenario.journal() ? request.journal(journal).build() : request.build();
    }

    boolean hasEnded() {
        return claim != null;
    }

    /** Returns what the caller of the upload was told; null while it runs. */
    Claim claim() {
        return claim;
    }

    /** Returns how often the listener was notified of the end. */
    int endings() {
        return endings;
    }

    /** Returns whether the upload has started and not ended. */
    boolean isUploading() {
        return upload != null && claim == null;
    }

    void stop() {
        process.start("stop", () -> upload.abort());
    }

    void interrupt() {
        uploading.interrupt();
    }

    void close() {
        process.start("close", client::close);
    }
}
