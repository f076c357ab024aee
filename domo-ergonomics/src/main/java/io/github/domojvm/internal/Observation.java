package io.github.domojvm.internal;

import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.observe.CallAttempt;
import io.github.domojvm.observe.CallListener;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells log and listener of each attempt. Of a request it tells method, path, and those parameters that are known to hold
 * nothing private; of an answer the status. Everything else stays out.
 */
public final class Observation {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.domojvm.calls");

    /** Any other parameter may hold a name, an address or a query: its value is not shown. */
    private static final Set<String> SHOWN = Set.of(
            "limit",
            "offset",
            "sort",
            "fields",
            "updateMethod",
            "includeHeader",
            "sendInvite",
            "start",
            "end",
            "pageId");

    private final CallListener listener;

    /**
     * Makes one.
     *
     * @param listener is told as well
     */
    public Observation(CallListener listener) {
        this.listener = listener;
    }

    CallAttempt attempted(Request request, int number, int status, Duration duration, @Nullable DomoException failure) {
        CallAttempt attempt = new CallAttempt(
                request.method(), request.url().encodedPath(), number, status, duration, Optional.ofNullable(failure));
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} {} -> {} in {} ms, attempt {}{}",
                    request.method(),
                    shown(request.url()),
                    status == 0 ? "no answer" : status,
                    duration.toMillis(),
                    number,
                    failure == null ? "" : ": " + shown(failure));
        }
        tell(told -> told.attempted(attempt));
        return attempt;
    }

    void retrying(CallAttempt attempt, Duration wait) {
        LOG.info(
                "{} {} failed with {}; attempt {} follows in {} ms",
                attempt.method(),
                attempt.path(),
                attempt.status() == 0 ? "no answer" : attempt.status(),
                attempt.number() + 1,
                wait.toMillis());
        tell(told -> told.retrying(attempt, wait));
    }

    void tokenFetched() {
        LOG.debug("An access token was fetched");
        tell(CallListener::tokenFetched);
    }

    private void tell(Consumer<CallListener> event) {
        try {
            event.accept(listener);
        } catch (RuntimeException e) {
            LOG.warn("A call listener failed; the call goes on", e);
        }
    }

    /** Its message may repeat what the service says, and the service what was sent. */
    private static String shown(DomoException failure) {
        String trace = failure instanceof DomoApiException answered
                ? answered.traceId().map(id -> ", trace " + id).orElse("")
                : "";
        return failure.getClass().getSimpleName() + trace;
    }

    private static String shown(HttpUrl url) {
        StringBuilder text = new StringBuilder(url.encodedPath());
        char separator = '?';
        for (int i = 0; i < url.querySize(); i++) {
            String name = url.queryParameterName(i);
            text.append(separator)
                    .append(name)
                    .append('=')
                    .append(SHOWN.contains(name) ? url.queryParameterValue(i) : "...");
            separator = '&';
        }
        return text.toString();
    }
}
