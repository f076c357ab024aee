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

/** Processes each request in this order: fault, request limit, token, route, scope, operation, response. */
final class SandboxHandler extends Handler.Abstract {
    private final AdminResource admin;
    private volatile Router router;
    private final Tokens tokens;
    private final RateLimit limit;
    private final FaultPlan faults;
    private final RequestLog log;
    private final boolean htmlForCsv;
    // Requests share the read lock; close acquires the write lock once. Jetty's own graceful stop waits one second
    // for idle connections, which slows down test suites with many sandboxes.
    private final ReadWriteLock inProgress = new ReentrantReadWriteLock();

    SandboxHandler(
            Router router, AdminResource admin, Tokens tokens, Settings settings, FaultPlan faults, RequestLog log) {
        this.admin = admin;
        this.router = router;
        this.tokens = tokens;
        this.limit = new RateLimit(settings);
        this.faults = faults;
        this.log = log;
        this.htmlForCsv = settings.on(Quirk.CSV_ERRORS_RETURN_406_HTML);
    }

    /** Replaces the operations. Requests in progress finish with the previous ones. */
    void route(Router operations) {
        router = operations;
    }

    /** Waits for the requests in progress. All later requests are rejected. */
    @SuppressWarnings("LockNotBeforeTry") // Never released: a closed sandbox stays closed.
    void finish(Duration timeout) {
        try {
            inProgress.writeLock().tryLock(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!inProgress.readLock().tryLock()) {
            Response.writeError(request, response, callback, 503);
            return true;
        }
        try {
            respond(request, response, callback);
            return true;
        } finally {
            inProgress.readLock().unlock();
        }
    }

    private void respond(Request request, Response response, Callback callback) {
        Call call = new Call(request);
        boolean controls = AdminResource.handles(call);
        Fault fault = controls ? null : faults.next(call.method(), call.path());
        boolean drop = fault != null && fault.action().drops();
        try (ApiResponse result = controls ? admin.perform(call) : result(call, fault)) {
            if (!drop) {
                call.drain();
            }
            // Logged before the response is sent, so that a caller with the response finds the request in the log.
            if (!controls) {
                log.add(RecordedRequest.of(call, drop ? 0 : result.status()));
            }
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
        if (fault != null && fault.action() == Fault.Action.DROP_CONNECTION) {
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
            Router operations = router;
            Router.Route route = operations.find(call);
            if (route != null && route.scope().isEmpty()) {
                return route.operation().perform(call);
            }
            List<String> scopes = tokens.scopes(call);
            if (route == null) {
                throw operations.noRoute(call);
            }
            if (!scopes.contains(route.scope())) {
                throw ApiException.insufficientScope(route.scope());
            }
            return route.operation().perform(call);
        } catch (ApiException e) {
            return e.response();
        } catch (IOException | RuntimeException e) {
            return ApiException.standard(500, "The sandbox failed: " + e).response();
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
