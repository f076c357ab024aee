package io.github.domojvm;

import io.github.domojvm.internal.auth.AccessTokens;
import io.github.domojvm.internal.auth.BasicCredentials;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.CallSettings;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.Observation;
import io.github.domojvm.internal.call.Timing;
import io.github.domojvm.internal.call.TokenRenewal;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.RunningUploads;
import io.github.domojvm.internal.client.UploadContext;
import io.github.domojvm.internal.http.HttpCalls;
import io.github.domojvm.rest.DomoRest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Creates clients and their views. */
final class Wiring {
    /** Short, since every other call waits for the token. */
    private static final Duration TOKEN_TIMEOUT = Duration.ofSeconds(60);

    private final URI url;
    private final OkHttpClient http;
    private final AccessTokens tokens;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final UploadContext uploads;
    private final Runnable closing;

    private Wiring(
            URI url,
            OkHttpClient http,
            AccessTokens tokens,
            CallExecutor calls,
            Map<String, String> headers,
            boolean ownsHttp,
            @Nullable Executor uploadExecutor,
            Timing timing) {
        this.url = url;
        this.http = http;
        this.tokens = tokens;
        ExecutorService own = uploadExecutor == null ? UploadThreads.start() : null;
        Executor executor = uploadExecutor == null ? Objects.requireNonNull(own) : uploadExecutor;
        // Not rejected after close: an upload that stops late must still abort its execution.
        DomoRest open = rest(url, new HttpCalls(http, tokens, headers, () -> false));
        RunningUploads running = new RunningUploads(timing);
        this.uploads = new UploadContext(open, calls, executor, Thread::new, timing, running);
        this.closing = () -> {
            closed.set(true);
            calls.cancellation().cancel();
            running.close();
            if (own != null) {
                own.shutdown();
            }
            if (ownsHttp) {
                http.connectionPool().evictAll();
                http.dispatcher().executorService().shutdown();
            }
        };
    }

    static DomoClient client(ClientSettings settings, BasicCredentials credentials) {
        HttpSettings connections = settings.http;
        OkHttpClient http =
                HttpCalls.prepare(connections.client(), settings.responseLimits.http, settings.timing::nanos);
        // The default generator is looked up through a ServiceLoader, and is not thread-safe.
        RandomGenerator random = new Random();
        Timing timing = settings.timing;
        Observation observation = new Observation(settings.listener);
        CallSettings defaults = new CallSettings(
                settings.retryPolicy, settings.attemptTimeout, settings.totalTimeout, CallSettings.Purpose.CALL);
        Duration tokenTimeout = Objects.requireNonNullElse(settings.attemptTimeout, TOKEN_TIMEOUT);
        Map<String, String> headers = Map.of("User-Agent", settings.userAgent);
        AccessTokens tokens = new AccessTokens(
                rest(settings.apiUrl, new HttpCalls(http, credentials, headers, () -> false))
                        .authentication(),
                new CallExecutor(
                        TokenRenewal.NONE,
                        new CallSettings(
                                defaults.policy(), tokenTimeout, defaults.totalTimeout(), CallSettings.Purpose.TOKEN),
                        random,
                        timing,
                        observation),
                credentials,
                settings.scopes.isEmpty() ? null : String.join(" ", settings.scopes),
                timing,
                observation);
        CallExecutor calls = new CallExecutor(tokens, defaults, random, timing, observation)
                .with(new Cancellation("the client was closed"));
        Wiring wiring = new Wiring(
                settings.apiUrl,
                http,
                tokens,
                calls,
                headers,
                connections.given == null,
                settings.uploadExecutor,
                timing);
        return wiring.client(calls, headers, wiring.closing);
    }

    /** The interceptors of the client limit the size of responses. */
    private static DomoRest rest(URI url, HttpCalls calls) {
        return DomoRest.create(url, calls, Long.MAX_VALUE);
    }

    private DomoClient client(CallExecutor calls, Map<String, String> headers, Runnable closing) {
        DomoRest api = rest(url, new HttpCalls(http, tokens, headers, closed::get));
        return new DomoClient(
                new ClientContext(api, calls, uploads), options -> view(options, calls, headers), closing);
    }

    private DomoClient view(CallOptions options, CallExecutor calls, Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.putAll(options.headers);
        return client(calls.with(options.over(calls.settings())), all, () -> {});
    }
}
