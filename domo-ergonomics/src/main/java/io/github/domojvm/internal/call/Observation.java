package io.github.domojvm.internal.call;

import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.observe.CallAttempt;
import io.github.domojvm.observe.CallEnd;
import io.github.domojvm.observe.CallListener;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports each attempt to the log and the listener. The log contains the method, the path and those parameters of a
 * request that are known to be harmless, and the status and trace id of a response. It contains nothing else, in
 * particular no text from the service.
 */
public final class Observation {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.domojvm.calls");

    /** The parameters whose values are logged. Any other parameter may contain a name, an address or a query. */
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

    /** The form of loggable values and of trace ids. */
    private static final Pattern HARMLESS = Pattern.compile("[\\w.,-]{1,64}");

    private final CallListener listener;

    /**
     * Creates an observation.
     *
     * @param listener receives the events in addition to the log
     */
    public Observation(CallListener listener) {
        this.listener = listener;
    }

    CallAttempt attempted(Request request, int number, int status, Duration duration, @Nullable DomoException failure) {
        Operation operation = Operation.of(request);
        CallAttempt attempt = new CallAttempt(
                operation.name(),
                request.method(),
                operation.template(),
                operation.path(),
                number,
                status,
                duration,
                Optional.ofNullable(failure));
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} {}{} -> {} in {} ms, attempt {}{}",
                    attempt.method(),
                    attempt.path(),
                    operation.isKnown() ? query(request.url()) : "",
                    outcome(attempt),
                    duration.toMillis(),
                    number,
                    failure == null ? "" : ": " + describe(failure));
        }
        notifyListener(target -> target.attempted(attempt));
        return attempt;
    }

    void retrying(CallAttempt attempt, Duration wait) {
        LOG.info(
                "{} {} failed with {}; attempt {} follows in {} ms",
                attempt.method(),
                attempt.path(),
                outcome(attempt),
                attempt.number() + 1,
                wait.toMillis());
        notifyListener(target -> target.retrying(attempt, wait));
    }

    void holdingBack(Duration wait) {
        LOG.info("A call is delayed by {} ms, because the service limited the rate of calls", wait.toMillis());
        notifyListener(target -> target.holdingBack(wait));
    }

    void ended(CallAttempt last, Duration duration, @Nullable DomoException failure) {
        notifyListener(target -> target.ended(new CallEnd(last, duration, Optional.ofNullable(failure))));
    }

    /** Reports that an access token was fetched. */
    public void tokenFetched() {
        LOG.debug("An access token was fetched");
        notifyListener(CallListener::tokenFetched);
    }

    private void notifyListener(Consumer<CallListener> event) {
        try {
            event.accept(listener);
        } catch (RuntimeException e) {
            LOG.warn("A call listener failed; the call continues", e);
        }
    }

    private static Object outcome(CallAttempt attempt) {
        return attempt.status() == 0 ? "no response" : attempt.status();
    }

    /** Describes a failure without its message, which quotes the service and so may quote the request. */
    private static String describe(DomoException failure) {
        Throwable cause = failure.getCause();
        return failure.getClass().getSimpleName()
                + (cause == null ? "" : " by " + cause.getClass().getSimpleName())
                + (failure instanceof DomoApiException error
                        ? error.traceId()
                                .filter(trace -> HARMLESS.matcher(trace).matches())
                                .map(trace -> ", trace " + trace)
                                .orElse("")
                        : "");
    }

    private static String query(HttpUrl url) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < url.querySize(); i++) {
            String name = url.queryParameterName(i);
            String value = Objects.requireNonNullElse(url.queryParameterValue(i), "");
            boolean shown = SHOWN.contains(name) && HARMLESS.matcher(value).matches();
            text.append(i == 0 ? '?' : '&').append(name).append('=').append(shown ? value : "...");
        }
        return text.toString();
    }
}
