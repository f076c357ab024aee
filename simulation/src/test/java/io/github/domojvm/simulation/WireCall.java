package io.github.domojvm.simulation;

import java.io.IOException;
import kotlin.jvm.functions.Function0;
import kotlin.reflect.KClass;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;
import okio.Timeout;

/** A call over the simulated network. */
final class WireCall implements Call {
    private final Wire wire;
    private final Request request;
    private final Timeout timeout = new Timeout();
    private Exchange exchange;
    private boolean executed;
    private boolean canceled;

    WireCall(Wire wire, Request request) {
        this.wire = wire;
        this.request = request;
    }

    @Override
    public Response execute() throws IOException {
        executed = true;
        if (canceled) {
            throw new IOException("Canceled");
        }
        return wire.send(this, request);
    }

    /** Ends the exchange when the call is canceled. */
    void cancels(Exchange begun) throws IOException {
        exchange = begun;
        if (canceled) {
            throw new IOException("Canceled");
        }
    }

    @Override
    public void cancel() {
        canceled = true;
        if (exchange != null) {
            exchange.failed(new IOException("Canceled"));
        }
    }

    @Override
    public Request request() {
        return request;
    }

    @Override
    public Timeout timeout() {
        return timeout;
    }

    @Override
    public boolean isExecuted() {
        return executed;
    }

    @Override
    public boolean isCanceled() {
        return canceled;
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public Call clone() {
        return new WireCall(wire, request);
    }

    @Override
    public void enqueue(Callback callback) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addEventListener(EventListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T tag(KClass<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T tag(Class<? extends T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T tag(KClass<T> type, Function0<? extends T> value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T tag(Class<T> type, Function0<? extends T> value) {
        throw new UnsupportedOperationException();
    }
}
