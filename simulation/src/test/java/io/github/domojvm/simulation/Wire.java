package io.github.domojvm.simulation;

import io.github.domojvm.internal.http.WireInterceptor;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** The HTTP client of a simulated process: sends requests over the simulated network. */
final class Wire implements Call.Factory {
    private static final Interceptor MARKER = new WireInterceptor();
    private static final Pattern EXECUTION = Pattern.compile("/v1/streams/\\d+/executions/\\d+");

    private final Scheduler scheduler;
    private final SimulatedProcess process;
    private final Network network;
    private final Caller caller;
    private final Ledger ledger;

    Wire(Scheduler scheduler, SimulatedProcess process, Network network, Caller caller, Ledger ledger) {
        this.scheduler = scheduler;
        this.process = process;
        this.network = network;
        this.caller = caller;
        this.ledger = ledger;
    }

    @Override
    public Call newCall(Request request) {
        return new WireCall(this, request);
    }

    /** Sends a request and blocks until its response has arrived. */
    Response send(WireCall call, Request request) throws IOException {
        ServiceRequest sent = WireBodies.read(request);
        process.sends(sent.path());
        Fault fault = network.connect(sent);
        return MARKER.intercept(chain(request, () -> exchange(call, request, sent, fault)));
    }

    private Response exchange(WireCall call, Request request, ServiceRequest sent, Fault fault) throws IOException {
        boolean readsState = EXECUTION.matcher(sent.path()).matches();
        if (readsState) {
            ledger.told(caller, "");
        }
        Exchange exchange = new Exchange(scheduler, process);
        call.cancels(exchange);
        exchange.limit(call.timeout().timeoutNanos());
        network.send(caller, sent, fault, exchange);
        ServiceResponse response = exchange.await();
        if (response.isSuccess() && isCreation(sent) && !exchange.isTruncated()) {
            ExecutionIds.in(response.body()).ifPresent(ledger::created);
        }
        if (response.isSuccess() && readsState && !exchange.isTruncated()) {
            ExecutionIds.state(response.body()).ifPresent(state -> ledger.told(caller, state));
        }
        return WireBodies.write(request, response, exchange.isTruncated());
    }

    private static boolean isCreation(ServiceRequest request) {
        return request.method().equals("POST") && request.path().endsWith("/executions");
    }

    private interface Exchanging {
        Response perform() throws IOException;
    }

    /** Creates the part of a chain that {@link WireInterceptor} uses. */
    private static Interceptor.Chain chain(Request request, Exchanging exchange) {
        return (Interceptor.Chain) Proxy.newProxyInstance(
                Interceptor.Chain.class.getClassLoader(),
                new Class<?>[] {Interceptor.Chain.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "request" -> request;
                    case "proceed" -> exchange.perform();
                    default -> throw new InvocationTargetException(null, method.getName());
                });
    }
}
