package io.github.domojvm.sandbox.internal.proxy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** The forwarded requests of a connection whose responses have not been forwarded yet, in order. */
final class Exchanges {
    /** A forwarded request. */
    record Exchange(String method, Treatment treatment) {}

    private static final Exchange UNSOLICITED = new Exchange("GET", Treatment.NONE);

    private final Deque<Exchange> open = new ArrayDeque<>();
    private boolean closed;

    synchronized void add(Exchange exchange) {
        open.addLast(exchange);
    }

    /** Returns the exchange that the next response belongs to. */
    synchronized Exchange first() {
        return Objects.requireNonNullElse(open.peekFirst(), UNSOLICITED);
    }

    synchronized void removeFirst() {
        open.pollFirst();
        notifyAll();
    }

    /** Waits until all responses have been forwarded. */
    synchronized void awaitNone() throws IOException {
        try {
            while (!open.isEmpty() && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException("Interrupted while a response is outstanding");
        }
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
