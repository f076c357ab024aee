package io.github.domojvm.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MicrometerExampleTest {
    /** Records calls, attempts, retries, waits and tokens in Micrometer; no tag contains the id of an object. */
    record DomoMetrics(MeterRegistry registry) implements CallListener {
        @Override
        public void attempted(CallAttempt attempt) {
            registry.timer(
                            "domo.attempts",
                            "operation",
                            attempt.operation(),
                            "status",
                            String.valueOf(attempt.status()))
                    .record(attempt.duration());
        }

        @Override
        public void retrying(CallAttempt attempt, Duration wait) {
            registry.counter("domo.retries", "operation", attempt.operation()).increment();
        }

        @Override
        public void holdingBack(Duration wait) {
            registry.timer("domo.held.back").record(wait);
        }

        @Override
        public void ended(CallEnd end) {
            String outcome = end.failure()
                    .map(failure -> failure.getClass().getSimpleName())
                    .orElse("success");
            registry.timer("domo.calls", "operation", end.last().operation(), "outcome", outcome)
                    .record(end.duration());
        }

        @Override
        public void tokenFetched() {
            registry.counter("domo.tokens").increment();
        }
    }

    @Test
    void recordsCallsRetriesAndTokens() {
        MeterRegistry registry = new SimpleMeterRegistry();
        try (DomoSandbox sandbox = DomoSandbox.start();
                DomoClient domo = DomoClient.builder()
                        .credentials(sandbox.clientId(), sandbox.clientSecret())
                        .apiUrl(sandbox.url().toString())
                        .callListener(new DomoMetrics(registry))
                        .build()) {
            sandbox.faults().add(Fault.on("GET", "/v1/groups/*").respond(503, ""));

            assertThat(domo.groups().find(12_345)).isEmpty();
            assertThat(domo.groups().find(67_890)).isEmpty();
        }

        assertThat(registry.get("domo.calls")
                        .tags("operation", "getGroup", "outcome", "NotFoundException")
                        .timer()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("domo.attempts")
                        .tags("operation", "getGroup", "status", "503")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("domo.retries").counter().count()).isEqualTo(1);
        assertThat(registry.get("domo.tokens").counter().count()).isEqualTo(1);
    }
}
