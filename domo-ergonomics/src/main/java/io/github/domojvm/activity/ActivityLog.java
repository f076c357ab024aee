package io.github.domojvm.activity;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.PagedCalls;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
import io.github.domojvm.paging.PagedIterable;
import io.github.domojvm.rest.api.ActivityLogApi;
import java.util.List;

/**
 * What was done in an instance, the newest first.
 *
 * <p>All methods block on the network unless they say otherwise, and throw a {@link DomoException} when the service or
 * the network fails. Safe for use by several threads. Scope: {@code audit}.
 */
public final class ActivityLog {
    static {
        FacadeFactory.register(ActivityLog.class, ActivityLog::new);
    }

    /** Domo docs, Activity Log API. */
    private static final int MAX_PAGE = 1000;

    /** What the manual of domo-php gives for a bare call. */
    private static final int LATEST = 50;

    private final ActivityLogApi api;
    private final CallExecutor calls;

    ActivityLog(ClientContext client) {
        this.api = client.api().activityLog();
        this.calls = client.calls();
    }

    /**
     * Gives the newest 50 activities.
     *
     * @return the activities, the newest first
     */
    public List<Activity> latest() {
        return page(ActivityFilter.builder().build(), LATEST, 0);
    }

    /**
     * Lists all activities. Sends nothing before the first item is asked for.
     *
     * @return the activities, the newest first
     */
    public PagedIterable<Activity> list() {
        return list(ActivityFilter.builder().build());
    }

    /**
     * Lists activities. Sends nothing before the first item is asked for. New activities come in at the front, so that
     * a long listing may give some twice; set an end to the filter to avoid that.
     *
     * @param filter of whom and when
     * @return the activities, the newest first
     */
    public PagedIterable<Activity> list(ActivityFilter filter) {
        Args.notNull("filter", filter);
        return new PagedCalls<>(MAX_PAGE, (limit, offset) -> page(filter, limit, offset));
    }

    private List<Activity> page(ActivityFilter filter, int limit, int offset) {
        return calls.page(api.listActivityLogEntries(filter.user, filter.start, filter.end, limit, offset)).stream()
                .map(Activity::from)
                .toList();
    }
}
