package io.github.domojvm.sandbox;

import io.github.domojvm.sandbox.internal.proxy.Disruption.Where;
import java.util.Objects;

/** What can happen to the selected requests. Separate from their selection, so that neither file is too long. */
abstract sealed class FaultEffects permits Fault.On {
    FaultEffects() {}

    abstract Fault.On selected();

    /**
     * Responds without performing the operation. The content type is {@code text/html} if the body begins with
     * {@code <}, else {@code application/json}; an empty body has none. A {@code Content-Type} header overrides it.
     *
     * @param status HTTP status, 200 to 599
     * @param body body of the response, may be empty
     * @param headers alternating names and values, for example {@code "Retry-After", "2"}
     * @return the fault
     * @throws IllegalArgumentException if the status is out of range or the last header has no value
     */
    public Fault respond(int status, String body, String... headers) {
        return respond(FaultResponse.of(status, body, headers));
    }

    /**
     * Responds without performing the operation.
     *
     * @param response the response, for example {@link FaultResponse#HTML_PAGE}
     * @return the fault
     */
    public Fault respond(FaultResponse response) {
        return new Fault(selected(), FaultAction.RESPOND, Objects.requireNonNull(response, "response"), null);
    }

    /**
     * Performs the operation, then replaces its response with this one. The content type is chosen as in
     * {@link #respond(int, String, String...)}.
     *
     * @param status HTTP status, 200 to 599
     * @param body body of the response, may be empty
     * @param headers alternating names and values, for example {@code "Retry-After", "2"}
     * @return the fault
     * @throws IllegalArgumentException if the status is out of range or the last header has no value
     */
    public Fault performThenRespond(int status, String body, String... headers) {
        return performThenRespond(FaultResponse.of(status, body, headers));
    }

    /**
     * Performs the operation, then replaces its response.
     *
     * @param response the response, for example {@link FaultResponse#HTML_PAGE}
     * @return the fault
     */
    public Fault performThenRespond(FaultResponse response) {
        return new Fault(
                selected(), FaultAction.PERFORM_THEN_RESPOND, Objects.requireNonNull(response, "response"), null);
    }

    /**
     * Performs the operation twice and returns the second response, like a proxy that forwards a request twice.
     *
     * @return the fault
     */
    public Fault performTwice() {
        return plain(FaultAction.PERFORM_TWICE);
    }

    /**
     * Responds as if the operation had been performed, without performing it. Only uploads of parts, commits and aborts
     * of executions, and imports match; invalid tokens and ids are reported as usual.
     *
     * @return the fault
     */
    public Fault acknowledge() {
        return plain(FaultAction.ACKNOWLEDGE);
    }

    /**
     * Opens a new execution of the Stream, as another program would, and then performs the operation. A new execution
     * aborts the open one. Only requests for one Stream, {@code /v1/streams/{id}} and below, match.
     *
     * @return the fault
     */
    public Fault openExecutionThenPerform() {
        return plain(FaultAction.OPEN_EXECUTION_THEN_PERFORM);
    }

    /**
     * Closes the connection without a response and without performing the operation.
     *
     * @return the fault
     */
    public Fault dropConnection() {
        return plain(FaultAction.DROP_CONNECTION);
    }

    /**
     * Performs the operation, then closes the connection without a response. The client cannot know whether its request
     * was processed.
     *
     * @return the fault
     */
    public Fault performThenDropConnection() {
        return plain(FaultAction.PERFORM_THEN_DROP_CONNECTION);
    }

    /**
     * Reads the request and never responds, without performing the operation. The connection stays open until the
     * client closes it, or the sandbox or the proxy is closed.
     *
     * @return the fault
     */
    public Fault stall() {
        return plain(FaultAction.STALL);
    }

    /**
     * Performs the operation and never responds. The connection stays open until the client closes it, or the sandbox
     * or the proxy is closed.
     *
     * @return the fault
     */
    public Fault performThenStall() {
        return plain(FaultAction.PERFORM_THEN_STALL);
    }

    /**
     * Selects a byte of the request. Only a {@link FaultProxy} can carry out the fault.
     *
     * @param afterBytes number of bytes that are forwarded before, header lines included; 0 forwards nothing
     * @return the position, to which an action is added
     * @throws IllegalArgumentException if {@code afterBytes} is negative
     */
    public FaultPosition inRequest(long afterBytes) {
        return new FaultPosition(selected(), Where.REQUEST, afterBytes);
    }

    /**
     * Selects a byte of the body of the request. Only a {@link FaultProxy} can carry out the fault.
     *
     * @param afterBytes number of bytes of the body that are forwarded before; 0 forwards the header lines only
     * @return the position, to which an action is added
     * @throws IllegalArgumentException if {@code afterBytes} is negative
     */
    public FaultPosition inRequestBody(long afterBytes) {
        return new FaultPosition(selected(), Where.REQUEST_BODY, afterBytes);
    }

    /**
     * Selects a byte of the response. Only a {@link FaultProxy} can carry out the fault.
     *
     * @param afterBytes number of bytes that are forwarded before, header lines included; 0 forwards nothing
     * @return the position, to which an action is added
     * @throws IllegalArgumentException if {@code afterBytes} is negative
     */
    public FaultPosition inResponse(long afterBytes) {
        return new FaultPosition(selected(), Where.RESPONSE, afterBytes);
    }

    /**
     * Selects a byte of the body of the response, as it is sent: compressed, if the server compresses it. Only a
     * {@link FaultProxy} can carry out the fault.
     *
     * @param afterBytes number of bytes of the body that are forwarded before; 0 forwards the header lines only
     * @return the position, to which an action is added
     * @throws IllegalArgumentException if {@code afterBytes} is negative
     */
    public FaultPosition inResponseBody(long afterBytes) {
        return new FaultPosition(selected(), Where.RESPONSE_BODY, afterBytes);
    }

    private Fault plain(FaultAction action) {
        return new Fault(selected(), action, null, null);
    }
}
