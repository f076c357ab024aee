package io.github.domojvm.sandbox.internal.proxy;

import java.time.Duration;

/**
 * What happens to a connection at a byte of a message.
 *
 * @param where the message, or only its body
 * @param afterBytes number of bytes that are forwarded before
 * @param kind what happens
 * @param time duration of {@link Kind#DELAY}, interval of {@link Kind#DRIP}, otherwise zero
 * @param bytes number of bytes per interval of {@link Kind#DRIP}, otherwise zero
 */
public record Disruption(Where where, long afterBytes, Kind kind, Duration time, int bytes) {
    /** The bytes that are counted. The framing of a chunked body is not part of the body. */
    public enum Where {
        REQUEST,
        REQUEST_BODY,
        RESPONSE,
        RESPONSE_BODY;

        boolean ofRequest() {
            return this == REQUEST || this == REQUEST_BODY;
        }

        boolean ofBody() {
            return this == REQUEST_BODY || this == RESPONSE_BODY;
        }
    }

    /** What happens after the counted bytes. */
    public enum Kind {
        CLOSE,
        RESET,
        STALL,
        DELAY,
        DRIP
    }
}
