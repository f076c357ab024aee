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
 * Reads the Activity Log of an instance, newest entries first.
 *
 * <p>Thread-safe. All methods block on the network unless stated otherwise, and throw a {@link DomoException} if the
 * service or the network fails. Scope: {@code audit}.
 */
public final class ActivityLog {
    static {
        FacadeFactory.register(ActivityLog.class, ActivityLog::new);
    }

    /** Domo docs, Activity Log API. */
    private static final int MAX_PAGE = 1000;

    /** The default of domo-php (manual). */
    private static final int LATEST = 50;

    private final ActivityLogApi api;
    private final CallExecutor calls;

    ActivityLog(ClientContext client) {
        this.api = client.api().activityLog();
        this.calls = client.calls();
    }

    /**
     * Returns the newest 50 activities.
     *
     * @return the activities, the newest first
     */
    public List<Activity> latest() {
        return page(ActivityFilter.builder().build(), LATEST, 0);
    }

    /**
     * Lists all activities. Sends nothing before the first item is requested.
     *
     * @return the activities, the newest first
     */
    public PagedIterable<Activity> list() {
        return list(ActivityFilter.builder().build());
    }

    /**
     * Lists the activities that match a filter. Sends nothing before the first item is requested. New activities are
     * inserted at the start, so a long list can contain duplicates; set an end in the filter to avoid them.
     *
     * @param filter the user and the time
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
