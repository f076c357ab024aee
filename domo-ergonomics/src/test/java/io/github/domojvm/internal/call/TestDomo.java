package io.github.domojvm.internal.call;

import io.github.domojvm.auth.ClientCredentials;
import io.github.domojvm.internal.auth.AccessTokens;
import io.github.domojvm.internal.auth.BasicCredentials;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
import io.github.domojvm.internal.client.RunningUploads;
import io.github.domojvm.internal.client.UploadContext;
import io.github.domojvm.internal.http.HttpCalls;
import io.github.domojvm.internal.http.HttpLimits;
import io.github.domojvm.observe.CallListener;
import io.github.domojvm.rest.DomoRest;
import io.github.domojvm.retry.RetryPolicy;
import io.github.domojvm.sandbox.DomoSandbox;
import java.net.URI;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executor;
import okhttp3.OkHttpClient;

/** The internals of a client, connected to a server and a given clock. */
public final class TestDomo implements AutoCloseable {
    private final OkHttpClient http = HttpCalls.prepare(new OkHttpClient(), HttpLimits.NONE, System::nanoTime);
    private final DomoRest rest;
    private final CallExecutor calls;
    private final Timing timing;
    private final RunningUploads running;

    public TestDomo(DomoSandbox sandbox, Timing timing) {
        this(sandbox.url(), sandbox.clientId(), sandbox.clientSecret(), timing);
    }

    public TestDomo(URI url, String id, String secret, Timing timing) {
        this.timing = timing;
        this.running = new RunningUploads(timing);
        BasicCredentials basic = new BasicCredentials(() -> ClientCredentials.of(id, secret));
        AccessTokens tokens = new AccessTokens(
                DomoRest.create(url, new HttpCalls(http, basic, Map.of("User-Agent", "test/1"), () -> false))
                        .authentication(),
                new CallExecutor(
                        TokenRenewal.NONE,
                        new CallSettings(RetryPolicy.defaults()).with(CallSettings.Purpose.TOKEN),
                        new Random(1),
                        timing,
                        new Observation(new CallListener() {})),
                basic,
                null,
                timing,
                new Observation(new CallListener() {}));
        rest = DomoRest.create(url, new HttpCalls(http, tokens, Map.of("User-Agent", "test/1"), () -> false));
        calls = new CallExecutor(
                tokens,
                new CallSettings(RetryPolicy.defaults()),
                new Random(2),
                timing,
                new Observation(new CallListener() {}));
    }

    public DomoRest rest() {
        return rest;
    }

    /** Returns a facade whose uploads run on the given executor. */
    public <F> F facade(Class<F> type, Executor uploads) {
        return FacadeFactory.create(type, context(uploads));
    }

    public <F> F facade(Class<F> type) {
        return facade(type, Runnable::run);
    }

    /** Returns the context of facades; uploads run on the given executor until {@link #close}. */
    public ClientContext context(Executor uploads) {
        return new ClientContext(rest, calls, new UploadContext(rest, calls, uploads, Thread::new, timing, running));
    }

    public CallExecutor calls() {
        return calls;
    }

    /** Closes idle connections, so that the next call does not depend on when an old connection ends. */
    public void dropConnections() {
        http.connectionPool().evictAll();
    }

    public void closeUploads() {
        running.close();
    }

    @Override
    public void close() {
        running.close();
        dropConnections();
        http.dispatcher().executorService().shutdown();
    }
}
