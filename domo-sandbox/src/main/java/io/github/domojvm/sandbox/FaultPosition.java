package io.github.domojvm.sandbox;

import io.github.domojvm.sandbox.internal.proxy.Disruption;
import io.github.domojvm.sandbox.internal.proxy.Disruption.Kind;
import io.github.domojvm.sandbox.internal.proxy.Disruption.Where;
import java.time.Duration;

/**
 * A byte of the selected requests or of their responses, at which a {@link FaultProxy} disrupts the connection.
 *
 * <pre>{@code
 * proxy.faults().add(Fault.on("PUT", "/v1/datasets/{id}/data").inRequestBody(1000).reset());
 * }</pre>
 *
 * <p>A fault has fired when the message has reached this byte. A message that is shorter is forwarded unchanged; the
 * fault then remains {@linkplain FaultPlan#outstanding() outstanding}.
 *
 * <p>Immutable.
 */
public final class FaultPosition {
    private final Fault.On on;
    private final Where where;
    private final long afterBytes;

    FaultPosition(Fault.On on, Where where, long afterBytes) {
        if (afterBytes < 0) {
            throw new IllegalArgumentException("afterBytes: must not be negative, but is " + afterBytes);
        }
        this.on = on;
        this.where = where;
        this.afterBytes = afterBytes;
    }

    /**
     * Closes the connections to the client and to the server. The client receives the end of the stream.
     *
     * @return the fault
     */
    public Fault close() {
        return disrupt(Kind.CLOSE, Duration.ZERO, 0);
    }

    /**
     * Resets the connections to the client and to the server. The client receives a TCP reset, even if bytes that were
     * forwarded before have not been read.
     *
     * @return the fault
     */
    public Fault reset() {
        return disrupt(Kind.RESET, Duration.ZERO, 0);
    }

    /**
     * Forwards nothing more and keeps the connections open until the proxy is closed. In a response, the stall also
     * ends when the client closes its connection. In a request, the proxy reads nothing more either, so that a client
     * with a large body cannot finish sending; see {@link Fault.On#stall()} for the alternative.
     *
     * @return the fault
     */
    public Fault stall() {
        return disrupt(Kind.STALL, Duration.ZERO, 0);
    }

    /**
     * Waits once, then forwards the rest.
     *
     * @param time how long to wait, greater than zero
     * @return the fault
     * @throws IllegalArgumentException if the time is not greater than zero
     */
    public Fault delay(Duration time) {
        return disrupt(Kind.DELAY, positive("time", time), 0);
    }

    /**
     * Forwards the rest in small pieces, and waits before each piece.
     *
     * @param bytes number of bytes per piece, at least 1
     * @param interval how long to wait before each piece, greater than zero
     * @return the fault
     * @throws IllegalArgumentException if an argument is out of range
     */
    public Fault drip(int bytes, Duration interval) {
        return disrupt(Kind.DRIP, positive("interval", interval), Fault.atLeastOne("bytes", bytes));
    }

    Fault disrupt(Kind kind, Duration time, int bytes) {
        return new Fault(on, FaultAction.DISRUPT, null, new Disruption(where, afterBytes, kind, time, bytes));
    }

    private static Duration positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + ": must be greater than zero, but is " + value);
        }
        return value;
    }
}
