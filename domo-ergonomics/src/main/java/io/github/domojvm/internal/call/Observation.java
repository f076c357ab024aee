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
 * Tells log and listener of each attempt. Of a request it tells method, path, and those parameters that are known to
 * hold nothing private; of an answer the status and Domo's trace. Everything else stays out, the service's own words
 * included.
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

    /** What the values of those look like, and the service's traces. */
    private static final Pattern HARMLESS = Pattern.compile("[\\w.,-]{1,64}");

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
                    answer(attempt),
                    duration.toMillis(),
                    number,
                    failure == null ? "" : ": " + named(failure));
        }
        tell(told -> told.attempted(attempt));
        return attempt;
    }

    void retrying(CallAttempt attempt, Duration wait) {
        LOG.info(
                "{} {} failed with {}; attempt {} follows in {} ms",
                attempt.method(),
                attempt.path(),
                answer(attempt),
                attempt.number() + 1,
                wait.toMillis());
        tell(told -> told.retrying(attempt, wait));
    }

    void holdingBack(Duration wait) {
        LOG.info("A call holds back for {} ms, as the service asked", wait.toMillis());
        tell(told -> told.holdingBack(wait));
    }

    void ended(CallAttempt last, Duration duration, @Nullable DomoException failure) {
        tell(told -> told.ended(new CallEnd(last, duration, Optional.ofNullable(failure))));
    }

    /** Reports that an access token was fetched. */
    public void tokenFetched() {
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

    private static Object answer(CallAttempt attempt) {
        return attempt.status() == 0 ? "no answer" : attempt.status();
    }

    /** Its message quotes the service, which may quote the request. */
    private static String named(DomoException failure) {
        Throwable cause = failure.getCause();
        return failure.getClass().getSimpleName()
                + (cause == null ? "" : " by " + cause.getClass().getSimpleName())
                + (failure instanceof DomoApiException answered
                        ? answered.traceId()
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
