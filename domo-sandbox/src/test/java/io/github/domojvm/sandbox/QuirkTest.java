package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuirkTest {
    private final SettableClock clock = new SettableClock();
    private final DomoSandboxBuilder builder = DomoSandbox.builder().clock(clock);

    @Test
    void commitAcceptsGapsBetweenParts() {
        try (DomoSandbox sandbox = builder.quirk(Quirk.PART_GAPS_ALLOWED).start()) {
            Caller caller = new Caller(sandbox);
            String stream = caller.newStream("APPEND");
            String execution = caller.newExecution(stream);
            caller.put(execution + "/part/250000", "b,1\n");
            caller.put(execution + "/part/0", "a,1\n");
            caller.put(execution + "/commit", "");

            assertThat(caller.state(execution)).isEqualTo("SUCCESS");
            assertThat(sandbox.rowCount(caller.dataSetOf(stream))).isEqualTo(2);
        }
    }

    @Test
    void commitWithoutPartsSucceeds() {
        try (DomoSandbox sandbox = builder.quirk(Quirk.EMPTY_COMMIT_SUCCEEDS).start()) {
            Caller caller = new Caller(sandbox);
            String execution = caller.newExecution(caller.newStream("REPLACE"));
            caller.put(execution + "/commit", "{}");

            assertThat(caller.state(execution)).isEqualTo("SUCCESS");
            assertThat(caller.get(execution).json().path("rows").asInt(-1)).isZero();
        }
    }

    @Test
    void skipsAHeaderInTheFirstPartOnly() {
        try (DomoSandbox sandbox =
                builder.quirk(Quirk.HEADER_IN_FIRST_PART_ONLY).start()) {
            Caller caller = new Caller(sandbox);
            String stream = caller.newStreamOf("{\"dataSet\":{\"name\":\"Texts\",\"schema\":{\"columns\":["
                    + "{\"type\":\"STRING\",\"name\":\"city\"},{\"type\":\"STRING\",\"name\":\"people\"}]}}}");
            String execution = caller.newExecution(stream);
            caller.put(execution + "/part/1", "city,people\na,1\n");
            caller.put(execution + "/part/2", "city,people\nb,1\n");
            caller.put(execution + "/commit", "");

            assertThat(sandbox.rows(caller.dataSetOf(stream)))
                    .containsExactly(List.of("a", "1"), List.of("city", "people"), List.of("b", "1"));
        }
    }

    @Test
    void secondCommitDuplicatesTheRows() {
        try (DomoSandbox sandbox = builder.quirk(Quirk.SECOND_COMMIT_DUPLICATES_ROWS)
                .commitDelay(Duration.ofSeconds(10))
                .start()) {
            Caller caller = new Caller(sandbox);
            String stream = caller.newStream("APPEND");
            String execution = caller.upload(stream, "a,1\n");
            caller.put(execution + "/commit", "");
            clock.advance(Duration.ofSeconds(10));

            assertThat(sandbox.rowCount(caller.dataSetOf(stream))).isEqualTo(2);
            assertThat(caller.get(execution).json().path("rows").asInt()).isEqualTo(2);
        }
    }

    @Test
    void rejectsACommitBeforeTheCommitInterval() {
        try (DomoSandbox sandbox =
                builder.commitInterval(Duration.ofMinutes(15)).start()) {
            Caller caller = new Caller(sandbox);
            String stream = caller.newStream("APPEND");
            caller.upload(stream, "a,1\n");
            String second = caller.newExecution(stream);
            caller.put(second + "/part/1", "b,1\n");
            clock.advance(Duration.ofMinutes(15).minusSeconds(1));

            Reply early = caller.put(second + "/commit", "");
            clock.advance(Duration.ofSeconds(1));
            Reply later = caller.put(second + "/commit", "");

            assertThat(early.status()).isEqualTo(400);
            assertThat(early.message()).contains("less than 900 s ago");
            assertThat(later.status()).isEqualTo(200);
            assertThat(caller.state(caller.upload(caller.newStream("APPEND"), "c,1\n")))
                    .isEqualTo("SUCCESS");
        }
    }

    @ParameterizedTest
    @CsvSource({"EARLY_COMMIT_RETURNS_409, 409, ''", "EARLY_COMMIT_RETURNS_429, 429, 61"})
    void rejectsAnEarlyCommitWithTheStatusOfTheQuirk(Quirk quirk, int status, String retryAfter) {
        try (DomoSandbox sandbox =
                builder.commitInterval(Duration.ofMinutes(15)).quirk(quirk).start()) {
            Caller caller = new Caller(sandbox);
            String stream = caller.newStream("APPEND");
            caller.upload(stream, "a,1\n");
            String second = caller.newExecution(stream);
            caller.put(second + "/part/1", "b,1\n");
            clock.advance(Duration.ofMinutes(14).minusMillis(1));

            Reply early = caller.put(second + "/commit", "");

            assertThat(early.status()).isEqualTo(status);
            assertThat(early.header("Retry-After")).isEqualTo(retryAfter);
            assertThat(early.message()).contains("less than 900 s ago");
            assertThat(caller.state(second)).isEqualTo("ACTIVE");
            clock.advance(Duration.ofMinutes(1).plusMillis(1));
            assertThat(caller.put(second + "/commit", "").status()).isEqualTo(200);
        }
    }

    @Test
    void limitsRequestsPerWindow() {
        try (DomoSandbox sandbox =
                builder.requestLimit(3, Duration.ofSeconds(30)).start()) {
            Caller caller = new Caller(sandbox);
            assertThat(caller.get("/v1/datasets").status()).isEqualTo(200);
            assertThat(caller.get("/v1/datasets").status()).isEqualTo(200);
            clock.advance(Duration.ofMillis(9500));

            Reply rejected = caller.get("/v1/datasets");

            assertThat(rejected.status()).isEqualTo(429);
            assertThat(rejected.header("Retry-After")).isEqualTo("21");
            assertThat(rejected.json().path("toe").asText()).isNotEmpty();
            clock.advance(Duration.ofSeconds(21));
            assertThat(caller.get("/v1/datasets").status()).isEqualTo(200);
        }
    }

    @Test
    void processesACommitImmediatelyByDefault() {
        try (DomoSandbox sandbox = builder.start()) {
            Caller caller = new Caller(sandbox);
            String stream = caller.newStream("APPEND");
            String execution = caller.newExecution(stream);
            caller.put(execution + "/part/1", "a,1\n");

            assertThat(caller.put(execution + "/commit", "")
                            .json()
                            .path("currentState")
                            .asText())
                    .isEqualTo("ACTIVE");
            assertThat(caller.put(execution + "/commit", "").status()).isEqualTo(400);
            assertThat(caller.state(execution)).isEqualTo("SUCCESS");
        }
    }
}
