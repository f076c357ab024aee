package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Clients calculate waits from {@code Date}, so it has the time of the sandbox. */
class DateHeaderTest {
    private final SettableClock clock = new SettableClock();

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.builder().clock(clock).start();

    private final Caller caller = new Caller(sandbox);

    @Test
    void everyResponseHasTheTimeOfTheClock() {
        sandbox.faults().add(Fault.on("GET", "/v1/groups").respond(503, ""));

        assertThat(date(caller.get("/v1/datasets"))).isEqualTo("Wed, 04 Mar 2026 05:06:07 GMT");
        clock.advance(Duration.ofDays(10));
        assertThat(date(caller.get("/v1/datasets"))).isEqualTo("Sat, 14 Mar 2026 05:06:07 GMT");
        assertThat(date(caller.get("/v1/datasets/none"))).isEqualTo("Sat, 14 Mar 2026 05:06:07 GMT");
        assertThat(date(caller.get("/v1/groups"))).isEqualTo("Sat, 14 Mar 2026 05:06:07 GMT");
        assertThat(date(caller.get("/v1/nothing"))).isEqualTo("Sat, 14 Mar 2026 05:06:07 GMT");
    }

    @Test
    void aRequestThatIsNotHttpReceivesTheTimeOfTheClock() {
        String response = RawSocket.responseTo(sandbox, "GET /v1/datasets HTTP/1.1\r\nContent-Length: many\r\n\r\n");

        assertThat(response).startsWith("HTTP/1.1 400").contains("\r\nDate: Wed, 04 Mar 2026 05:06:07 GMT\r\n");
    }

    @Test
    void theTimeFollowsAClockThatIsMovedByARequest() {
        caller.raw(
                "POST",
                "/sandbox/clock",
                "{\"advance\":\"PT1H\"}".getBytes(StandardCharsets.UTF_8),
                "Authorization",
                Caller.basic(sandbox.clientId(), sandbox.clientSecret()));

        assertThat(date(caller.get("/v1/datasets"))).isEqualTo("Wed, 04 Mar 2026 06:06:07 GMT");
    }

    @Test
    void aFaultCanHaveAnotherTime() {
        sandbox.faults().add(Fault.on("GET", "/v1/groups").respond(503, "", "Date", "Tue, 03 Mar 2020 10:00:00 GMT"));

        assertThat(date(caller.get("/v1/groups"))).isEqualTo("Tue, 03 Mar 2020 10:00:00 GMT");
    }

    private static String date(Reply reply) {
        assertThat(reply.headers().allValues("Date")).hasSize(1);
        return reply.header("Date");
    }
}
