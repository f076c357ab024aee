package io.github.domojvm.domophp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.activity.Activity;
import io.github.domojvm.activity.ActivityFilter;
import io.github.domojvm.rest.model.User;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdminTest extends ManualTest {
    @Test
    void getActivityLog() {
        IntStream.range(0, 60).forEach(i -> domo.groups().create("Group " + i));

        List<Activity> newest = domo.activityLog().latest();

        assertThat(newest).hasSize(50);
        assertThat(newest.get(0).entry().objectName()).isEqualTo("Group 59");
        assertThat(newest.get(49).entry().objectName()).isEqualTo("Group 10");
        assertThat(newest.get(0).time())
                .hasValueSatisfying(time -> assertThat(time).isBeforeOrEqualTo(Instant.now()));
    }

    @Test
    void getActivityLogWithUserStartAndEnd() {
        User john = john();
        ActivityFilter past = ActivityFilter.builder()
                .start("2018-01-01 00:00:00")
                .end("2018-04-01 15:00:00")
                .build();
        ActivityFilter ofAnUnknownUser = ActivityFilter.builder().user(12345).build();
        ActivityFilter ofTheClient = ActivityFilter.builder()
                .user(730_114)
                .start("2018-01-01 00:00:00")
                .end(Instant.now().plusSeconds(60))
                .build();

        assertThat(domo.activityLog().list(past)).isEmpty();
        assertThat(domo.activityLog().list(ofAnUnknownUser)).isEmpty();
        assertThat(domo.activityLog().list(ofTheClient))
                .extracting(activity -> activity.entry().objectName())
                .contains(john.name());
        assertThat(sandbox.requests())
                .as("domo-php sends seconds here")
                .anyMatch(request -> String.valueOf(request.query()).contains("start=1514764800000"));
    }

    @Test
    void getActivityLogWithLimitAndOffset() {
        List.of("one", "two", "three").forEach(domo.groups()::create);
        ActivityFilter all = ActivityFilter.builder().build();

        assertThat(domo.activityLog().list(all).stream().skip(1).limit(2))
                .extracting(activity -> activity.entry().objectName())
                .containsExactly("two", "one");
    }
}
