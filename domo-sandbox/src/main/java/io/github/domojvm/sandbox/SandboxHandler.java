package io.github.domojvm.sandbox;

import io.github.domojvm.sandbox.internal.http.Answer;
import io.github.domojvm.sandbox.internal.http.ApiError;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Router;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** The road of every request: fault, quota, token, route, scope, operation, answer. */
final class SandboxHandler extends Handler.Abstract {
    private final Router router;
    private final Tokens tokens;
    private final RateLimit limit;
    private final FaultPlan faults;
    private final RequestLog log;
    private final boolean htmlForCsv;
    // Requests share the read lock; the write lock is taken once, to close. Jetty's own graceful stop waits
    // a second for idle connections, which a suite of tests with many sandboxes would feel.
    private final ReadWriteLock underWay = new ReentrantReadWriteLock();

    SandboxHandler(Router router, Tokens tokens, Settings settings, FaultPlan faults, RequestLog log) {
        this.router = router;
        this.tokens = tokens;
        this.limit = new RateLimit(settings);
        this.faults = faults;
        this.log = log;
        this.htmlForCsv = settings.on(SandboxSwitch.CSV_ERRORS_ANSWER_406_HTML);
    }

    /** Waits for the requests under way; from then on every request is turned away. */
    @SuppressWarnings("LockNotBeforeTry") // Never released: a closed sandbox stays closed.
    void finish(Duration patience) {
        try {
            underWay.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!underWay.readLock().tryLock()) {
            Response.writeError(request, response, callback, 503);
            return true;
        }
        try {
            respond(request, response, callback);
            return true;
        } finally {
            underWay.readLock().unlock();
        }
    }

    private void respond(Request request, Response response, Callback callback) {
        Call call = new Call(request);
        Fault fault = faults.take(call.method(), call.path());
        boolean drop = fault != null && fault.action().drops();
        try (Answer answer = answer(call, fault)) {
            if (!drop) {
                call.drain();
            }
            // Logged before it is sent: whoever has the answer must find the request in the log.
            log.add(new SeenRequest(call.method(), call.path(), call.query(), drop ? 0 : answer.status()));
            if (drop) {
                request.getConnectionMetaData().getConnection().getEndPoint().close();
                callback.failed(new EofException("dropped by a planned fault"));
            } else {
                send(answer, response);
                callback.succeeded();
            }
        } catch (IOException e) {
            callback.failed(new EofException(e));
        }
    }

    private Answer answer(Call call, @Nullable Fault fault) {
        if (fault != null && fault.action() == Fault.Action.ANSWER) {
            return planned(fault);
        }
        if (fault != null && fault.action() == Fault.Action.DROP) {
            return Answer.empty(500);
        }
        Answer answer = perform(call);
        if (fault != null && fault.action() == Fault.Action.PERFORM_THEN_ANSWER) {
            answer.close();
            return planned(fault);
        }
        boolean jsonError = answer.status() >= 400 && answer.headers().containsKey("Content-Type");
        if (htmlForCsv && jsonError && call.acceptsOnlyCsv()) {
            return ApiError.notAcceptablePage();
        }
        return call.acceptsGzip() ? answer.gzipped() : answer;
    }

    private static Answer planned(Fault fault) {
        Answer answer = Answer.bytes(fault.status(), fault.body());
        for (Map.Entry<String, String> header : fault.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    private Answer perform(Call call) {
        try {
            limit.count();
            Router.Route route = router.find(call);
            if (route != null && route.scope().isEmpty()) {
                return route.operation().perform(call);
            }
            List<String> scopes = tokens.scopes(call);
            if (route == null) {
                throw router.refusal(call);
            }
            if (!scopes.contains(route.scope())) {
                throw ApiError.insufficientScope(route.scope());
            }
            return route.operation().perform(call);
        } catch (ApiError e) {
            return e.answer();
        } catch (IOException | RuntimeException e) {
            return ApiError.standard(500, "Sandbox failed: " + e).answer();
        }
    }

    private static void send(Answer answer, Response response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            answer.body().writeTo(out);
        }
    }
}
