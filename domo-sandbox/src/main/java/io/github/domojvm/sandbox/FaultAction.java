package io.github.domojvm.sandbox;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a fault does, and which plans can carry it out. */
enum FaultAction {
    RESPOND(true, true),
    PERFORM_THEN_RESPOND(true, true),
    DROP_CONNECTION(true, true),
    PERFORM_THEN_DROP_CONNECTION(true, true),
    STALL(true, true),
    PERFORM_THEN_STALL(true, true),
    PERFORM_TWICE(true, true),
    /** Needs the state of the sandbox. */
    ACKNOWLEDGE(true, false),
    /** Needs the state of the sandbox. */
    OPEN_EXECUTION_THEN_PERFORM(true, false),
    /** Needs the bytes of the connection. */
    DISRUPT(false, true);

    private static final Pattern ACKNOWLEDGED = Pattern.compile(
            "PUT (/v1/streams/[^/]+/executions/[^/]+/(part/[^/]+|commit|abort)|/v1/datasets/[^/]+/data)");
    private static final Pattern OF_A_STREAM = Pattern.compile("[A-Z]+ /v1/streams/[^/]+(/.*)?");

    private final boolean bySandbox;
    private final boolean byProxy;

    FaultAction(boolean bySandbox, boolean byProxy) {
        this.bySandbox = bySandbox;
        this.byProxy = byProxy;
    }

    boolean bySandbox() {
        return bySandbox;
    }

    boolean byProxy() {
        return byProxy;
    }

    /** Returns whether the action is defined for a request. */
    boolean appliesTo(String method, String path) {
        return switch (this) {
            case ACKNOWLEDGE -> ACKNOWLEDGED.matcher(method + " " + path).matches();
            case OPEN_EXECUTION_THEN_PERFORM ->
                OF_A_STREAM.matcher(method + " " + path).matches();
            default -> true;
        };
    }

    boolean responds() {
        return this == RESPOND || this == PERFORM_THEN_RESPOND;
    }

    boolean drops() {
        return this == DROP_CONNECTION || this == PERFORM_THEN_DROP_CONNECTION;
    }

    boolean stalls() {
        return this == STALL || this == PERFORM_THEN_STALL;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
