package io.github.domojvm.sandbox;

import io.github.domojvm.sandbox.FaultPlan.DueFault;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Router;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/** Processes each request in this order: fault, request limit, token, route, scope, operation, response. */
final class SandboxHandler extends Handler.Abstract {
    private final AdminResource admin;
    private final Operations operations;
    private final FaultyOperations faulty;
    private final FaultPlan faults;
    private final RequestLog log;
    private final boolean htmlForCsv;
    // Requests share the read lock; close acquires the write lock once. Jetty's own graceful stop waits one second
    // for idle connections, which slows down test suites with many sandboxes.
    private final ReadWriteLock inProgress = new ReentrantReadWriteLock();

    SandboxHandler(
            Router router, AdminResource admin, Tokens tokens, Settings settings, FaultPlan faults, RequestLog log) {
        this.admin = admin;
        this.operations = new Operations(router, tokens, settings);
        this.faulty = new FaultyOperations(operations);
        this.faults = faults;
        this.log = log;
        this.htmlForCsv = settings.on(Quirk.CSV_ERRORS_RETURN_406_HTML);
    }

    /** Replaces the operations. Requests in progress finish with the previous ones. */
    void route(Router router) {
        operations.route(router);
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
        DueFault due = controls ? null : faults.next(call.method(), call.path());
        boolean drops = due != null && due.fault().action().drops();
        boolean stalls = due != null && due.fault().action().stalls();
        try (ApiResponse result = controls ? admin.perform(call) : result(call, due)) {
            if (!drops) {
                call.drain();
            }
            // Logged before the response is sent, so that a caller with the response finds the request in the log.
            if (!controls) {
                log.add(RecordedRequest.of(call, drops || stalls ? 0 : result.status()));
            }
            if (due != null) {
                due.fired().run();
            }
            if (drops) {
                drop(request, callback, "dropped by a planned fault");
            } else if (stalls) {
                hold(request, callback);
            } else {
                send(result, response);
                callback.succeeded();
            }
        } catch (IOException e) {
            callback.failed(new EofException(e));
        }
    }

    private ApiResponse result(Call call, @Nullable DueFault due) throws IOException {
        if (due == null) {
            return finished(call, operations.perform(call));
        }
        ApiResponse result = faulty.perform(due.fault(), call);
        return due.fault().action().responds() ? result : finished(call, result);
    }

    private ApiResponse finished(Call call, ApiResponse result) {
        boolean jsonError = result.status() >= 400 && result.headers().containsKey("Content-Type");
        if (htmlForCsv && jsonError && call.acceptsOnlyCsv()) {
            return ApiException.notAcceptablePage();
        }
        return call.acceptsGzip() ? result.gzipped() : result;
    }

    private static void drop(Request request, Callback callback, String reason) {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.failed(new EofException(reason));
    }

    /** Leaves the connection open without occupying a thread. The callback ends with the connection. */
    private static void hold(Request request, Callback callback) {
        EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
        connection.setIdleTimeout(0);
        connection.fillInterested(
                Callback.from(Invocable.InvocationType.NON_BLOCKING, () -> drop(request, callback, "stalled")));
    }

    private static void send(ApiResponse result, Response response) throws IOException {
        response.setStatus(result.status());
        result.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            result.body().writeTo(out);
        }
    }
}
