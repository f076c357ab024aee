package io.github.domojvm.matrix;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.stream.Upload;
import io.github.domojvm.stream.UploadException;
import io.github.domojvm.stream.UploadOutcome;
import io.github.domojvm.stream.UploadPart;
import io.github.domojvm.stream.UploadRequest;
import io.github.domojvm.stream.UploadResult;
import io.github.domojvm.stream.UploadSteps;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Runs the upload of a cell. An unknown outcome is settled by a client that no fault affects. */
final class Uploads {
    /** Long enough for a commit to be sent three times. */
    private static final Duration PROCESSING = Duration.ofMinutes(3);
    /** Shorter, since nothing but reads happens in this time. */
    private static final Duration READING = Duration.ofSeconds(30);

    private Uploads() {}

    static Observed run(Setup setup, UpdateMethod method) {
        try {
            UploadResult result = setup.isOnThisThread() ? steps(setup, method) : upload(setup, method);
            return Observed.success(result.outcome());
        } catch (UploadException e) {
            Observed seen = Observed.failed(e.result().outcome(), e);
            return e.result().outcome() == UploadOutcome.UNKNOWN ? seen.then(settled(setup, e)) : seen;
        }
    }

    /** Runs an upload whose first part is rejected, so that its execution is aborted. */
    static Observed abort(Setup setup, UpdateMethod method) {
        setup.world.servers.proxy.faults().add(rejectFirstPart());
        Observed seen = run(setup, method);
        return new Observed(setup.world.openExecutions().isEmpty() ? "ABORTED" : "OPEN", seen.failure());
    }

    static Fault rejectFirstPart() {
        return Fault.on("PUT", "/v1/streams/*/executions/*/part/1").respond(400, "{\"message\":\"no\"}");
    }

    private static UploadResult upload(Setup setup, UpdateMethod method) {
        UploadRequest.Builder request = UploadRequest.builder(setup.world.stream.id(), setup.source(), method)
                .partRows(Shape.PART_ROWS)
                .parallelism(setup.shape.parallelism());
        if (!setup.shape.gzip()) {
            request.uncompressed();
        }
        Upload upload = setup.world.domo.streams().upload(request(setup, request));
        setup.started(upload);
        return upload.await();
    }

    /** Performs the steps on this thread, one part after another. */
    private static UploadResult steps(Setup setup, UpdateMethod method) {
        long stream = setup.world.stream.id();
        try {
            UploadSteps steps =
                    setup.world.domo.streams().steps(request(setup, UploadRequest.forParts(stream, method)));
            steps.plan();
            long execution = steps.open();
            for (int number = 1; number <= setup.shape.parts(); number++) {
                String csv = Table.csv(setup.shape.partRows(number));
                long size = csv.length();
                UploadPart part =
                        new UploadPart(number, 0, setup.shape.partRows(number).size(), size, 0, size, false);
                steps.add(part);
                try {
                    setup.world
                            .domo
                            .executions()
                            .uploadPart(
                                    stream,
                                    execution,
                                    part,
                                    () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
                } catch (DomoException e) {
                    throw steps.abort(e);
                }
                steps.acknowledge(part);
            }
            return steps.commit();
        } finally {
            setup.ended();
        }
    }

    private static UploadRequest request(Setup setup, UploadRequest.Builder request) {
        request.processingTimeout(setup.phase == Phase.W ? READING : PROCESSING);
        setup.applyOptions(request);
        return request.build();
    }

    private static UploadOutcome settled(Setup setup, UploadException unknown) {
        try {
            return setup.world
                    .servers
                    .control
                    .streams()
                    .abortAndReconcile(unknown.result())
                    .outcome();
        } catch (UploadException e) {
            return e.result().outcome();
        }
    }
}
