package io.github.domojvm.matrix;

import io.github.domojvm.internal.call.FakeTiming;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The connections of a client. Records what is sent on them, sends planned requests to another address, and ends the
 * wait for a response that a fault holds back, so that no test waits for a timeout.
 */
final class Wire implements AutoCloseable {
    private final Set<String> authorizations = ConcurrentHashMap.newKeySet();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final List<Detour> detours = new CopyOnWriteArrayList<>();
    private final List<Hook> hooks = new CopyOnWriteArrayList<>();
    private final List<Stall> stalls = new CopyOnWriteArrayList<>();
    private final ThreadLocal<Reading> reading = ThreadLocal.withInitial(() -> Reading.NORMAL);
    private final OkHttpClient http;

    Wire(FakeTiming timing) {
        http = new OkHttpClient.Builder()
                .dns(Wire::addresses)
                .socketFactory(new TimedSockets(reading::get, timing))
                .sslSocketFactory(
                        TlsServers.trust().sslSocketFactory(),
                        TlsServers.trust().trustManager())
                .addInterceptor(this::route)
                .addNetworkInterceptor(this::record)
                .build();
    }

    OkHttpClient http() {
        return http;
    }

    /** Lists the requests that reached a connection, in the order in which they were sent. */
    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** Forgets what was sent. */
    void forget() {
        sent.clear();
    }

    /** Returns the secrets that were sent: what follows {@code Basic} or {@code Bearer}. */
    Set<String> secrets() {
        return authorizations.stream()
                .map(header -> header.substring(header.indexOf(' ') + 1))
                .collect(Collectors.toSet());
    }

    /** Sends the first requests for a target to another address, and returns a count of them. */
    IntSupplier divert(Target target, int times, HttpUrl address) {
        Detour detour = new Detour(target, times, address, new AtomicInteger());
        detours.add(detour);
        return detour.count::get;
    }

    /** Performs an action before the first requests for a target are sent, and returns a count of them. */
    IntSupplier before(Target target, int times, Runnable action) {
        Hook hook = new Hook(target, times, action);
        hooks.add(hook);
        return hook::count;
    }

    /** Ends each wait for a response to the target with a timeout, once the fault that stalls it has taken effect. */
    void expectStall(Target target, IntSupplier fired) {
        stalls.add(new Stall(target, fired, false));
    }

    /** Lets two seconds pass with each read of a response to the target. */
    void expectDrip(Target target, IntSupplier fired) {
        stalls.add(new Stall(target, fired, true));
    }

    @Override
    public void close() {
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }

    private Response route(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        hooks.forEach(hook -> hook.before(request));
        // Remains set while the body is read, until the next call of this thread.
        reading.set(stalls.stream()
                .filter(stall -> stall.target.matches(request))
                .findFirst()
                .map(stall -> new Reading(stall.fired, stall.fired.getAsInt(), stall.drips))
                .orElse(Reading.NORMAL));
        for (Detour detour : detours) {
            if (detour.target.matches(request) && detour.isDue()) {
                return chain.proceed(request.newBuilder()
                        .url(detour.address
                                .newBuilder()
                                .encodedPath(request.url().encodedPath())
                                .build())
                        .build());
            }
        }
        return chain.proceed(request);
    }

    private Response record(Interceptor.Chain chain) throws IOException {
        authorizations.add(chain.request().header("Authorization"));
        Sent entry = Sent.of(chain.request());
        sent.add(entry);
        Response response = chain.proceed(chain.request());
        entry.received(response.code());
        return response;
    }

    private static List<InetAddress> addresses(String host) throws UnknownHostException {
        if (host.equals(TlsServers.OTHER_HOST)) {
            return List.of(InetAddress.getLoopbackAddress());
        }
        if (host.endsWith(".invalid")) {
            throw new UnknownHostException(host);
        }
        return List.of(InetAddress.getAllByName(host));
    }

    private record Stall(Target target, IntSupplier fired, boolean drips) {}

    private record Detour(Target target, int times, HttpUrl address, AtomicInteger count) {
        boolean isDue() {
            return count.getAndUpdate(n -> n < times ? n + 1 : n) < times;
        }
    }

    /**
     * How the response to a request is read.
     *
     * @param fired the number of times that the fault has taken effect
     * @param before that number before the request
     */
    record Reading(IntSupplier fired, int before, boolean drips) {
        static final Reading NORMAL = new Reading(() -> 0, 0, false);

        boolean isNormal() {
            return equals(NORMAL);
        }

        boolean isStalled() {
            return fired.getAsInt() > before;
        }
    }
}
