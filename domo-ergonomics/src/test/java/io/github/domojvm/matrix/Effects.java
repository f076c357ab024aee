package io.github.domojvm.matrix;

import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.stream.UploadRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.HttpUrl;

/** The effects that the table of cells names, each with an optional argument. */
final class Effects {
    private static final Map<String, Effect> ALL = new TreeMap<>(Comparator.reverseOrder());

    static {
        connections();
        bytes();
        responses();
        service();
        OtherPrograms.addTo(ALL);
        Stops.addTo(ALL);
        Sources.addTo(ALL);
        Restarts.addTo(ALL);
        SmallDisks.addTo(ALL);
    }

    private Effects() {}

    /** Plans the effects of a cell, which are separated by {@code +}. */
    static void plan(String effects, Setup setup) {
        for (String effect : effects.split(" \\+ ", -1)) {
            // The longest name comes first.
            String name = ALL.keySet().stream()
                    .filter(known -> effect.equals(known) || effect.startsWith(known + " "))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown effect: " + effect));
            ALL.get(name).plan(setup, effect.substring(name.length()).strip());
        }
    }

    private static void connections() {
        ALL.put("refuse", (setup, none) -> setup.divert(closedPort()));
        ALL.put("no such host", (setup, none) -> setup.divert(HttpUrl.get("http://unresolved.invalid/")));
        ALL.put("untrusted", (setup, none) -> setup.divert(TlsServers.UNTRUSTED));
        ALL.put("wrong host", (setup, none) -> setup.divert(TlsServers.WRONG_HOST));
        ALL.put("expired certificate", (setup, none) -> setup.divert(TlsServers.EXPIRED));
        ALL.put("drop", (setup, none) -> setup.proxy(setup.on().dropConnection()));
        ALL.put("perform, drop", (setup, none) -> setup.proxy(setup.on().performThenDropConnection()));
    }

    /** Effects at a byte; the argument is its number. */
    private static void bytes() {
        ALL.put(
                "reset request",
                (setup, at) -> setup.proxy(setup.on().inRequest(number(at)).reset()));
        ALL.put(
                "reset body",
                (setup, at) -> setup.proxy(setup.on().inRequestBody(number(at)).reset()));
        ALL.put(
                "reset response",
                (setup, at) -> setup.proxy(setup.on().inResponse(number(at)).reset()));
        ALL.put(
                "cut response",
                (setup, at) -> setup.proxy(setup.on().inResponseBody(number(at)).close()));
        ALL.put("stall", (setup, none) -> setup.stall(setup.on().stall()));
        ALL.put("perform, stall", (setup, none) -> setup.stall(setup.on().performThenStall()));
        ALL.put(
                "stall request",
                (setup, at) -> setup.stall(setup.on().inRequest(number(at)).stall()));
        ALL.put(
                "stall body",
                (setup, at) -> setup.stall(setup.on().inRequestBody(number(at)).stall()));
        ALL.put(
                "stall response",
                (setup, at) -> setup.stall(setup.on().inResponseBody(number(at)).stall()));
        ALL.put(
                "drip",
                (setup, none) -> setup.world.wire.expectDrip(
                        setup.target, setup.proxy(setup.on().inResponseBody(0).drip(1, Duration.ofMillis(1)))));
    }

    private static void responses() {
        ALL.put("respond", (setup, response) -> setup.proxy(setup.on().respond(Responses.named(setup, response))));
        ALL.put(
                "perform, respond",
                (setup, response) -> setup.proxy(setup.on().performThenRespond(Responses.named(setup, response))));
    }

    private static void service() {
        ALL.put("perform twice", (setup, none) -> setup.proxy(setup.on().performTwice()));
        ALL.put(
                "lose part",
                (setup, number) ->
                        setup.sandbox(Fault.on("PUT", "/v1/streams/*/executions/*/part/" + setup.shape.part(number))
                                .acknowledge()));
        ALL.put("executor rejects", (setup, none) -> fail(setup, FailingExecutor.Failure.REJECTED));
        ALL.put("executor has no thread", (setup, none) -> fail(setup, FailingExecutor.Failure.NO_THREAD));
        ALL.put("abortOpenExecution", (setup, none) -> setup.option(UploadRequest.Builder::abortOpenExecution));
    }

    /** Returns the address of a port on which no server listens. */
    private static HttpUrl closedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return HttpUrl.get("http://127.0.0.1:" + socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In phase P, the threads fail only after the first part was read, when the execution is created. */
    private static void fail(Setup setup, FailingExecutor.Failure failure) {
        if (setup.phase == Phase.P) {
            setup.world.wire.before(Phase.C.target(setup.shape), 1, () -> setup.world.executor.fail(failure));
        } else {
            setup.world.executor.fail(failure);
        }
        setup.counted(setup.world.executor::failures);
    }

    private static long number(String at) {
        return at.isEmpty() ? 0 : Long.parseLong(at);
    }
}
