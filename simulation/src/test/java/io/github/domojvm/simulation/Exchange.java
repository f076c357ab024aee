package io.github.domojvm.simulation;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/** One request in flight, for whose end a thread waits. The first end counts. */
final class Exchange implements Network.Receiver {
    /** The default limit of a client for the start of a response. */
    private static final Duration RESPONSE_TIMEOUT = Duration.ofMinutes(2);

    private final Scheduler scheduler;
    private final SimulatedProcess process;
    private Scheduler.Timer limit;
    private Runnable resumption;
    private ServiceResponse response;
    private IOException failure;
    private boolean truncated;

    Exchange(Scheduler scheduler, SimulatedProcess process) {
        this.scheduler = scheduler;
        this.process = process;
    }

    /** Ends the exchange after a time, at most the limit that every client has. */
    void limit(long nanos) {
        Duration shortest =
                nanos > 0 && nanos < RESPONSE_TIMEOUT.toNanos() ? Duration.ofNanos(nanos) : RESPONSE_TIMEOUT;
        limit = scheduler.after(shortest, () -> failed(new InterruptedIOException("timeout")));
    }

    /** Waits for the end. An interrupt of the thread does not end the wait, as in a read from a socket. */
    ServiceResponse await() throws IOException {
        while (response == null && failure == null) {
            process.suspend(resume -> resumption = resume);
        }
        if (failure != null) {
            throw failure;
        }
        return response;
    }

    boolean isTruncated() {
        return truncated;
    }

    @Override
    public void received(ServiceResponse received, boolean incomplete) {
        if (isOpen()) {
            response = received;
            truncated = incomplete;
            end();
        }
    }

    @Override
    public void failed(IOException broken) {
        if (isOpen()) {
            failure = broken;
            end();
        }
    }

    private boolean isOpen() {
        return response == null && failure == null;
    }

    private void end() {
        limit.cancel();
        if (resumption != null) {
            Runnable resume = resumption;
            resumption = null;
            resume.run();
        }
    }
}
