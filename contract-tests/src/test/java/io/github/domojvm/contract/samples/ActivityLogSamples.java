package io.github.domojvm.contract.samples;

import io.github.domojvm.DomoClient;
import io.github.domojvm.RestAccess;
import io.github.domojvm.activity.Activity;
import io.github.domojvm.activity.ActivityFilter;
import io.github.domojvm.rest.model.ActivityLogEntry;
import java.time.Instant;
import java.util.List;

/** The samples of the Activity Log operation in the API reference. Each method is named after its operation. */
@SuppressWarnings("unused")
final class ActivityLogSamples {
    void listActivityLogEntries(DomoClient domo) {
        ActivityFilter filter = ActivityFilter.builder()
                .user(730114)
                .start(Instant.parse("2025-03-04T05:06:07Z"))
                .end(Instant.parse("2025-03-05T05:06:07Z"))
                .build();
        List<Activity> activities = domo.activityLog().list(filter).toList();
    }

    void listActivityLogEntries(RestAccess rest) {
        long start = Instant.parse("2025-03-04T05:06:07Z").toEpochMilli();
        long end = Instant.parse("2025-03-05T05:06:07Z").toEpochMilli();
        List<ActivityLogEntry> page =
                rest.execute(rest.api().activityLog().listActivityLogEntries(730114L, start, end, 1000, 0));
    }
}
