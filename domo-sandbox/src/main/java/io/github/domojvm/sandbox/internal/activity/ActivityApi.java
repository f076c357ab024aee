package io.github.domojvm.sandbox.internal.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.ActivityLog;
import io.github.domojvm.sandbox.internal.Owner;
import io.github.domojvm.sandbox.internal.SandboxState;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Page;
import io.github.domojvm.sandbox.internal.http.Params;
import io.github.domojvm.sandbox.internal.http.Router;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The Activity Log API, {@code /v1/audit}. */
public final class ActivityApi {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 1000;
    /** The format of the sample in the reference, in UTC (Domo docs, Activity Log API). */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd hh:mm:ss a", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final SandboxState state;
    private final ActivityLog activity;

    public ActivityApi(SandboxState state, ActivityLog activity) {
        this.state = state;
        this.activity = activity;
    }

    public void addTo(Router router) {
        router.add("GET", "/v1/audit", "audit", this::list);
    }

    /** Lists newest entries first. Without {@code start}, lists from the beginning, since clients of Domo omit it. */
    private ApiResponse list(Call call) {
        Params params = call.params();
        Page page = Page.of(params, DEFAULT_LIMIT, MAX_LIMIT);
        Instant start = params.millis("start");
        Instant end = params.millis("end");
        String user = params.get("user");
        boolean matchesUser = user == null || user.equals(Long.toString(Owner.ID));
        return ApiResponse.json(200, state.with(() -> {
            List<ActivityLog.Entry> newestFirst = new ArrayList<>(activity.entries());
            Collections.reverse(newestFirst);
            return page.of(
                    newestFirst.stream()
                            .filter(entry -> matchesUser)
                            .filter(entry -> start == null || !entry.time().isBefore(start))
                            .filter(entry -> end == null || !entry.time().isAfter(end)),
                    ActivityApi::json);
        }));
    }

    private static ObjectNode json(ActivityLog.Entry entry) {
        String action = entry.actionType().toLowerCase(Locale.ROOT);
        return Json.object()
                .put("userName", Owner.NAME)
                .put("userId", Long.toString(Owner.ID))
                .put("userType", "USER")
                .put("actorId", 0)
                .put("actorName", "")
                .put("objectName", entry.objectName())
                .put("objectId", entry.objectId())
                .put("objectType", entry.objectType())
                .put("additionalComment", Owner.NAME + " " + action + " " + entry.objectName())
                .put("time", TIME.format(entry.time()))
                .put("eventText", eventText(action, entry.objectType()))
                .put("actionType", entry.actionType())
                .put("device", "API client")
                .put("browserDetails", "API client")
                .put("ipAddress", "127.0.0.1");
    }

    private static String eventText(String action, String objectType) {
        return action.substring(0, 1).toUpperCase(Locale.ROOT) + action.substring(1) + " "
                + objectType.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
