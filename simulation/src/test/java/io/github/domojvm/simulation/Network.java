package io.github.domojvm.simulation;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Carries requests to the simulated service and responses back, with delays and faults. */
final class Network {
    private static final int LONGEST_LATENCY_MILLIS = 300;
    private static final int LONGEST_DELAY_MILLIS = 100_000;
    private static final int PROCESSED_ONE_IN = 3;

    private final Scheduler scheduler;
    private final SimulatedDomo service;
    private final Faults faults;
    private final RandomGenerator random;
    private final Trace trace;
    private boolean duplicatedCommit;

    /** Receives the end of an exchange, on the carrier thread. */
    interface Receiver {
        /** A response has arrived, possibly without the end of its body. */
        void received(ServiceResponse response, boolean truncated);

        /** The connection broke. */
        void failed(IOException failure);
    }

    Network(Scheduler scheduler, SimulatedDomo service, Faults faults, RandomGenerator random, Trace trace) {
        this.scheduler = scheduler;
        this.service = service;
        this.faults = faults;
        this.random = random;
        this.trace = trace;
    }

    /** Returns whether the network has delivered a commit twice. */
    boolean hasDuplicatedCommit() {
        return duplicatedCommit;
    }

    /** Throws if no connection can be made, otherwise returns the fault that the request meets. */
    Fault connect(ServiceRequest request) throws IOException {
        Fault fault = faults.next(request);
        trace.add(request + (fault == null ? "" : ", fault " + fault));
        if (fault == Fault.CONNECTION_REFUSED) {
            throw new ConnectException("Connection refused");
        }
        return fault;
    }

    /** Sends a request. The receiver gets a response or a failure later, or never. */
    void send(Caller caller, ServiceRequest request, Fault fault, Receiver receiver) {
        if (fault == null) {
            process(caller, request, receiver, latency(), latency(), false);
            return;
        }
        switch (fault) {
            case CONNECTION_REFUSED -> throw new IllegalArgumentException("no connection");
            case RESET_BEFORE_BODY, RESET_IN_BODY -> scheduler.after(latency(), () -> receiver.failed(reset()));
            case RESPONSE_LOST -> {
                arrive(caller, request, latency());
                scheduler.after(latency().plusMillis(LONGEST_LATENCY_MILLIS), () -> receiver.failed(reset()));
            }
            case RESPONSE_TRUNCATED -> process(caller, request, receiver, latency(), latency(), true);
            case DUPLICATED -> {
                duplicatedCommit |= request.path().endsWith("/commit");
                arrive(caller, request, Duration.ZERO);
                process(caller, request, receiver, latency(), latency(), false);
            }
            case RESPONSE_EMPTY ->
                process(
                        caller,
                        request,
                        replacing(
                                receiver,
                                response -> response.isSuccess()
                                                && !request.method().equals("GET")
                                        ? ServiceResponse.empty(response.status())
                                        : response),
                        latency(),
                        latency(),
                        false);
            case SLOW_PROCESSING -> process(caller, request, receiver, lateness(request), latency(), false);
            case SLOW_RESPONSE -> process(caller, request, receiver, latency(), delay(), false);
            case REQUEST_STALLED -> {}
            case RESPONSE_STALLED -> arrive(caller, request, latency());
            default -> {
                if ((mayBeProcessed(fault) && random.nextInt(PROCESSED_ONE_IN) == 0)
                        || fault == Fault.GATEWAY_TIMEOUT) {
                    arrive(caller, request, latency());
                }
                ServiceResponse response = FalseResponses.of(fault, random, scheduler.now());
                scheduler.after(
                        latency().plusMillis(LONGEST_LATENCY_MILLIS),
                        () -> deliver(request, response, receiver, false));
            }
        }
    }

    private static boolean mayBeProcessed(Fault fault) {
        return fault.meaning.endsWith("processed or not");
    }

    private void arrive(Caller caller, ServiceRequest request, Duration delay) {
        scheduler.after(delay, () -> handled(caller, request));
    }

    private void process(
            Caller caller,
            ServiceRequest request,
            Receiver receiver,
            Duration there,
            Duration back,
            boolean truncated) {
        scheduler.after(there, () -> {
            ServiceResponse response = handled(caller, request);
            scheduler.after(back, () -> deliver(request, response, receiver, truncated));
        });
    }

    private ServiceResponse handled(Caller caller, ServiceRequest request) {
        ServiceResponse response = service.handle(caller, request);
        trace.add("service: " + request + " -> " + response);
        return response;
    }

    private void deliver(ServiceRequest request, ServiceResponse response, Receiver receiver, boolean truncated) {
        trace.add("arrives: " + request + " -> " + response + (truncated ? ", truncated" : ""));
        receiver.received(response, truncated);
    }

    private static Receiver replacing(Receiver receiver, UnaryOperator<ServiceResponse> replacement) {
        return new Receiver() {
            @Override
            public void received(ServiceResponse response, boolean truncated) {
                receiver.received(replacement.apply(response), truncated);
            }

            @Override
            public void failed(IOException failure) {
                receiver.failed(failure);
            }
        };
    }

    private static IOException reset() {
        return new SocketException("Connection reset");
    }

    private Duration latency() {
        return Duration.ofMillis(1 + random.nextInt(LONGEST_LATENCY_MILLIS));
    }

    private Duration delay() {
        return Duration.ofMillis(1 + random.nextInt(LONGEST_DELAY_MILLIS));
    }

    /** A late creation would open an execution after the upload has looked for one, which no client can detect. */
    private Duration lateness(ServiceRequest request) {
        return request.method().equals("POST") ? latency() : delay();
    }
}
