package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.rest;
import static io.github.domojvm.contract.ClientCall.silent;

import io.github.domojvm.activity.ActivityFilter;
import java.util.List;

/** The client calls of the Activity Log operations. */
final class ActivityCalls {
    static final List<ClientCall> ALL = List.of(
            silent(
                    "listActivityLogEntries",
                    "ActivityLog.list",
                    (domo, ids) -> domo.activityLog()
                            .list(ActivityFilter.builder().build())
                            .toList()),
            rest(
                    "listActivityLogEntries",
                    (api, ids) -> api.activityLog().listActivityLogEntries(null, 1L, null, 1000, 0)),
            silent(
                    "listActivityLogEntries",
                    "ActivityLog.latest",
                    (domo, ids) -> domo.activityLog().latest()));

    private ActivityCalls() {}
}
