package io.github.domojvm.sandbox;

import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
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

/** Handles every request in this order: fault, quota, token, route, scope, operation, response. */
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
        this.htmlForCsv = settings.on(Quirk.CSV_ERRORS_RETURN_406_HTML);
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
        try (ApiResponse result = result(call, fault)) {
            if (!drop) {
                call.drain();
            }
            // Logged before it is sent: a caller that has the response must find the request in the log.
            log.add(new RecordedRequest(call.method(), call.path(), call.query(), drop ? 0 : result.status()));
            if (drop) {
                request.getConnectionMetaData().getConnection().getEndPoint().close();
                callback.failed(new EofException("dropped by a planned fault"));
            } else {
                send(result, response);
                callback.succeeded();
            }
        } catch (IOException e) {
            callback.failed(new EofException(e));
        }
    }

    private ApiResponse result(Call call, @Nullable Fault fault) {
        if (fault != null && fault.action() == Fault.Action.RESPOND) {
            return planned(fault);
        }
        if (fault != null && fault.action() == Fault.Action.DROP) {
            return ApiResponse.empty(500);
        }
        ApiResponse result = perform(call);
        if (fault != null && fault.action() == Fault.Action.PERFORM_THEN_RESPOND) {
            result.close();
            return planned(fault);
        }
        boolean jsonError = result.status() >= 400 && result.headers().containsKey("Content-Type");
        if (htmlForCsv && jsonError && call.acceptsOnlyCsv()) {
            return ApiException.notAcceptablePage();
        }
        return call.acceptsGzip() ? result.gzipped() : result;
    }

    private static ApiResponse planned(Fault fault) {
        ApiResponse result = ApiResponse.bytes(fault.status(), fault.body());
        for (Map.Entry<String, String> header : fault.headers().entrySet()) {
            result = result.with(header.getKey(), header.getValue());
        }
        return result;
    }

    private ApiResponse perform(Call call) {
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
                throw ApiException.insufficientScope(route.scope());
            }
            return route.operation().perform(call);
        } catch (ApiException e) {
            return e.response();
        } catch (IOException | RuntimeException e) {
            return ApiException.standard(500, "Sandbox failed: " + e).response();
        }
    }

    private static void send(ApiResponse result, Response response) throws IOException {
        response.setStatus(result.status());
        result.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            result.body().writeTo(out);
        }
    }
}
