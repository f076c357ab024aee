package io.github.domojvm.sandbox;

import io.github.domojvm.sandbox.FaultPlan.DueFault;
import io.github.domojvm.sandbox.internal.proxy.Disruption;
import io.github.domojvm.sandbox.internal.proxy.Disruption.Kind;
import io.github.domojvm.sandbox.internal.proxy.Disruption.Where;
import io.github.domojvm.sandbox.internal.proxy.Pauses;
import io.github.domojvm.sandbox.internal.proxy.ProxyServer;
import io.github.domojvm.sandbox.internal.proxy.Treatment;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * A TCP proxy in front of a {@link DomoSandbox} or any other HTTP server that cuts, resets, stalls or delays
 * connections at a byte of a request or response.
 *
 * <pre>{@code
 * try (DomoSandbox sandbox = DomoSandbox.start();
 *         FaultProxy proxy = FaultProxy.start(sandbox.url());
 *         DomoClient domo = DomoClient.builder()
 *                 .environment(sandbox.environment())
 *                 .apiUrl(proxy.url().toString())
 *                 .build()) {
 *     Fault cut = proxy.faults().add(Fault.on("GET", "/v1/datasets").inResponseBody(1).close());
 *     domo.dataSets().list().toList(); // succeeds at the second attempt
 *     System.out.println(proxy.faults().fired(cut)); // 1
 * }
 * }</pre>
 *
 * <p><b>What is forwarded.</b> Plain HTTP/1.1, byte by byte, the {@code Host} header included: persistent connections,
 * bodies with a length or in chunks, and {@code Expect: 100-continue}. Each connection of a client has one connection
 * to the server. TLS and HTTP/2 are not supported; a connection that does not carry HTTP/1.1 is closed.
 *
 * <p><b>Lifecycle.</b> The proxy listens on the loopback interface from {@link #start(URI)} to {@link #close()}, which
 * closes all connections and so ends every stall. It does not close the server.
 *
 * <p><b>Thread safety.</b> Safe for use by several threads. It runs on its own daemon threads, one for new connections
 * and two for each open connection.
 */
public final class FaultProxy implements AutoCloseable {
    private final FaultPlan faults = new FaultPlan(FaultPlan.Place.PROXY, List.of());
    private final ProxyServer server;

    private FaultProxy(URI target, Pauses pauses) {
        if (!"http".equalsIgnoreCase(target.getScheme()) || target.getHost() == null) {
            throw new IllegalArgumentException(
                    "target: must be an http URL such as http://127.0.0.1:8080, but is '" + target + "'");
        }
        server = new ProxyServer(target, this::treatment, pauses);
    }

    /**
     * Starts a proxy on the loopback interface and a free port.
     *
     * @param target URL of the server to forward to, with the scheme {@code http}; its path is ignored
     * @return a running proxy; the caller closes it
     * @throws IllegalArgumentException if the target is not an http URL with a host
     * @throws java.io.UncheckedIOException if no port can be listened on
     */
    public static FaultProxy start(URI target) {
        return start(target, Pauses.REAL);
    }

    static FaultProxy start(URI target, Pauses pauses) {
        return new FaultProxy(target, pauses);
    }

    /**
     * Returns the base URL of the proxy. Clients use it in place of the URL of the server.
     *
     * @return base URL without a trailing slash, for example {@code http://127.0.0.1:40001}
     */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /**
     * Returns the planned faults. Faults can be added while the proxy runs.
     *
     * @return the fault plan of this proxy, always the same object
     */
    public FaultPlan faults() {
        return faults;
    }

    /**
     * Stops the proxy: closes all connections and ends its threads. Closing a closed proxy has no effect.
     *
     * @throws java.io.UncheckedIOException if a socket cannot be closed
     */
    @Override
    public void close() {
        server.close();
    }

    private Treatment treatment(String method, String path) {
        DueFault due = faults.next(method, path);
        return due == null ? Treatment.none() : treatment(due.fault(), method, due.fired());
    }

    private static Treatment treatment(Fault fault, String method, Runnable fired) {
        return switch (fault.action()) {
            case RESPOND ->
                Treatment.responding(Treatment.Type.RESPOND, fault.response().message(method), fired);
            case PERFORM_THEN_RESPOND ->
                Treatment.responding(
                        Treatment.Type.FORWARD_THEN_RESPOND, fault.response().message(method), fired);
            case PERFORM_TWICE -> Treatment.of(Treatment.Type.FORWARD_TWICE, fired);
            case DROP_CONNECTION -> Treatment.of(Treatment.Type.CLOSE, fired);
            case STALL -> Treatment.of(Treatment.Type.HOLD, fired);
            case PERFORM_THEN_DROP_CONNECTION -> Treatment.disrupting(beforeResponse(Kind.CLOSE), fired);
            case PERFORM_THEN_STALL -> Treatment.disrupting(beforeResponse(Kind.STALL), fired);
            case DISRUPT -> Treatment.disrupting(fault.disruption(), fired);
            case ACKNOWLEDGE, OPEN_EXECUTION_THEN_PERFORM -> throw new IllegalStateException("Refused by the plan");
        };
    }

    private static Disruption beforeResponse(Kind kind) {
        return new Disruption(Where.RESPONSE, 0, kind, Duration.ZERO, 0);
    }
}
