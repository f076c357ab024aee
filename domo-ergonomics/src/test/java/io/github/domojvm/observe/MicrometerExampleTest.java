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
    /** Counts and times the attempts of a client in Micrometer. */
    record DomoMetrics(MeterRegistry registry) implements CallListener {
        @Override
        public void attempted(CallAttempt attempt) {
            registry.timer(
                            "domo.calls",
                            "method",
                            attempt.method(),
                            "path",
                            attempt.pathTemplate(),
                            "status",
                            String.valueOf(attempt.status()))
                    .record(attempt.duration());
        }

        @Override
        public void retrying(CallAttempt attempt, Duration wait) {
            registry.counter("domo.retries", "path", attempt.pathTemplate()).increment();
        }

        @Override
        public void tokenFetched() {
            registry.counter("domo.tokens").increment();
        }
    }

    @Test
    void callsRetriesAndTokensBecomeMeters() {
        MeterRegistry registry = new SimpleMeterRegistry();
        try (DomoSandbox sandbox = DomoSandbox.start();
                DomoClient domo = DomoClient.builder()
                        .credentials(sandbox.clientId(), sandbox.clientSecret())
                        .apiUrl(sandbox.url().toString())
                        .callListener(new DomoMetrics(registry))
                        .build()) {
            sandbox.faults().add(Fault.on("GET", "/v1/groups/*").answer(503, ""));

            var unused = domo.groups().find(12_345);
            unused = domo.groups().find(67_890);
        }

        assertThat(registry.get("domo.calls")
                        .tag("path", "/v1/groups/{id}")
                        .tag("status", "404")
                        .timer()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("domo.retries").counter().count()).isEqualTo(1);
        assertThat(registry.get("domo.tokens").counter().count()).isEqualTo(1);
    }
}
