package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandboxBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Uploads of 25 rows to a Stream that has just been committed with 5 rows. The clock of the sandbox is months away from
 * the clock of the machine, so that a client that used the latter would wait for another time.
 */
final class EarlyCommits implements AutoCloseable {
    static final String COMMIT = "/v1/streams/*/executions/*/commit";
    static final String LIST = "/v1/streams/*/executions";
    static final Duration INTERVAL = Duration.ofMinutes(15);

    final UploadFixture domo;
    final List<String> events = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private Runnable duringWait = () -> {};

    EarlyCommits() {
        this(builder -> builder.commitInterval(INTERVAL));
    }

    EarlyCommits(Consumer<DomoSandboxBuilder> settings) {
        domo = new UploadFixture(settings);
        assertThat(domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5)))
                        .outcome())
                .isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
    }

    /** Lets time pass after the first upload, whose execution ended at the current time. */
    EarlyCommits after(Duration time) {
        domo.timing.pass(time.minus(sinceFirst()));
        return this;
    }

    /** Sets what happens when the upload begins to wait. */
    EarlyCommits duringWait(Runnable action) {
        duringWait = action;
        return this;
    }

    UploadRequest.Builder request() {
        return domo.request(UpdateMethod.APPEND, UploadFixture.rows(5, 30)).listener(new Recorder());
    }

    /** Returns an upload that runs in the calling thread. */
    UploadSession session(UploadSteps steps, UploadRequest request) {
        return new UploadSession(steps.run, request, threads, domo.timing);
    }

    /** Returns the waits for the commit interval, which are longer than those for a state. */
    List<Duration> waits() {
        return domo.timing.slept().stream()
                .filter(wait -> wait.compareTo(Duration.ofSeconds(30)) > 0)
                .toList();
    }

    /** Returns the number of commits after the first upload. */
    long commits() {
        return domo.requests("PUT", "/commit") - 1;
    }

    List<String> storedRows() {
        return domo.sandbox.rows(domo.stream.dataSet().id()).stream()
                .map(row -> row.get(0))
                .toList();
    }

    private Duration sinceFirst() {
        return Duration.between(
                domo.executions.get(domo.stream.id(), 1).endedAt(),
                domo.timing.clock().instant());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        domo.close();
    }

    private final class Recorder implements UploadListener {
        @Override
        public void opened(long executionId) {
            events.add("opened " + executionId);
        }

        @Override
        public void partAcknowledged(UploadProgress progress) {
            events.add("part");
        }

        @Override
        public void commitDelayed(Duration wait) {
            events.add("delayed " + wait);
            duringWait.run();
        }

        @Override
        public void committed(UploadProgress progress) {
            events.add("committed");
        }

        @Override
        public void ended(UploadResult result) {
            events.add(result.outcome().name());
        }
    }
}
