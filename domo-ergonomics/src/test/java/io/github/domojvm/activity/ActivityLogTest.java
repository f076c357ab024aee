package io.github.domojvm.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import io.github.domojvm.rest.model.ActivityLogEntry;
import io.github.domojvm.sandbox.DomoSandbox;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityLogTest {
    @ParameterizedTest
    @CsvSource({
        "2025-03-04 05:06:07 AM, 2025-03-04T05:06:07Z",
        "2025-03-04 12:00:00 AM, 2025-03-04T00:00:00Z",
        "2025-03-04 12:00:00 PM, 2025-03-04T12:00:00Z",
        "2025-03-04T07:06:07+02:00, 2025-03-04T05:06:07Z",
        "2025-03-04T05:06:07.089Z, 2025-03-04T05:06:07.089Z"
    })
    void parsesTheTimeOfAnEntryInEveryFormat(String text, Instant time) {
        Activity activity = Activity.from(ActivityLogEntry.builder().time(text).build());

        assertThat(activity.time()).contains(time);
        assertThat(activity.entry().time()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "2025-02-29 05:06:07 AM", "2025-03-04 13:06:07 PM", "''"})
    void preservesTheTextOfATimeThatCannotBeParsed(String text) {
        Activity activity = Activity.from(ActivityLogEntry.builder().time(text).build());

        assertThat(activity.time()).isEmpty();
        assertThat(activity.entry().time()).isEqualTo(text);
        assertThat(Activity.from(ActivityLogEntry.builder().build()).time()).isEmpty();
    }

    @Test
    void sendsMillisecondsForEveryTypeOfTime() {
        try (DomoSandbox sandbox = DomoSandbox.start();
                TestDomo domo = new TestDomo(sandbox, new FakeTiming())) {
            ActivityLog log = domo.facade(ActivityLog.class);

            assertThat(log.list(ActivityFilter.builder()
                            .user(7)
                            .start("2018-07-01")
                            .zone(ZoneId.of("Europe/Berlin"))
                            .end(Instant.parse("2018-07-02T00:00:00Z"))
                            .build()))
                    .isEmpty();
            assertThat(log.list(ActivityFilter.builder()
                            .start(Instant.EPOCH)
                            .end(1_514_764_800_000L)
                            .build()))
                    .isEmpty();
            assertThat(log.list(ActivityFilter.builder().end("2018-01-01").build()))
                    .isEmpty();
            assertThat(log.list(ActivityFilter.builder()
                            .start("1971-01-01")
                            .end(Instant.parse("1972-01-01T00:00:00Z"))
                            .build()))
                    .isEmpty();

            assertThat(sandbox.requests())
                    .filteredOn(request -> request.path().equals("/v1/audit"))
                    .extracting(request -> request.query())
                    .containsExactly(
                            "user=7&start=1530396000000&end=1530489600000&limit=1000&offset=0",
                            "start=0&end=1514764800000&limit=1000&offset=0",
                            "start=0&end=1514764800000&limit=1000&offset=0",
                            "start=31536000000&end=63072000000&limit=1000&offset=0");
        }
    }

    @Test
    void rejectsSecondsAndAnEndBeforeTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActivityFilter.builder().start(1_514_764_800))
                .withMessageContaining("seconds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActivityFilter.builder()
                        .start("2018-02-01")
                        .end("2018-01-01")
                        .build())
                .withMessageContaining("before their start");
    }
}
