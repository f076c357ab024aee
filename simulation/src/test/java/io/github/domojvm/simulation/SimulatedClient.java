package io.github.domojvm.simulation;

import io.github.domojvm.auth.ClientCredentials;
import io.github.domojvm.internal.auth.AccessTokens;
import io.github.domojvm.internal.auth.BasicCredentials;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.CallSettings;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.Observation;
import io.github.domojvm.internal.call.Timing;
import io.github.domojvm.internal.call.TokenRenewal;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
import io.github.domojvm.internal.client.RunningUploads;
import io.github.domojvm.internal.client.UploadContext;
import io.github.domojvm.internal.http.HttpCalls;
import io.github.domojvm.observe.CallListener;
import io.github.domojvm.rest.DomoRest;
import io.github.domojvm.stream.Streams;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import okhttp3.Call;

/** The client of a simulated process, composed of the same objects as {@code DomoClient}. */
final class SimulatedClient {
    private static final URI URL = URI.create("https://api.domo.com");
    private static final Duration TOKEN_TIMEOUT = Duration.ofSeconds(60);

    private final CallExecutor calls;
    private final RunningUploads running;
    private final Streams streams;

    SimulatedClient(
            SimulatedProcess process,
            ThreadFactory threads,
            Call.Factory wire,
            CallSettings settings,
            RandomGenerator random,
            Timing timing) {
        Observation observation = new Observation(new CallListener() {});
        BasicCredentials credentials = new BasicCredentials(() -> ClientCredentials.of("id", "secret"));
        CallSettings forTokens =
                new CallSettings(settings.policy(), TOKEN_TIMEOUT, settings.totalTimeout(), CallSettings.Purpose.TOKEN);
        AccessTokens tokens = new AccessTokens(
                rest(wire, credentials).authentication(),
                new CallExecutor(TokenRenewal.NONE, forTokens, random, timing, observation),
                credentials,
                null,
                timing,
                observation);
        this.calls = new CallExecutor(tokens, settings, random, timing, observation)
                .with(new Cancellation("the client was closed"));
        this.running = new RunningUploads(timing);
        DomoRest api = rest(wire, tokens);
        UploadContext uploads = new UploadContext(api, calls, process.executor("part"), threads, timing, running);
        this.streams = FacadeFactory.create(Streams.class, new ClientContext(api, calls, uploads));
    }

    private static DomoRest rest(Call.Factory wire, Supplier<String> authorization) {
        HttpCalls http = new HttpCalls(wire, authorization, Map.of("User-Agent", "simulation"), () -> false);
        return DomoRest.create(URL, http, Long.MAX_VALUE);
    }

    Streams streams() {
        return streams;
    }

    /** Closes the client, as {@code DomoClient.close} does. */
    void close() {
        calls.cancellation().cancel();
        running.close();
    }
}
