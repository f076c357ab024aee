package io.github.domojvm.sandbox.internal.proxy;

import org.jspecify.annotations.Nullable;

/** What the proxy does with one request and its response. */
public final class Treatment {
    private static final byte[] NOTHING = {};

    static final Treatment NONE = new Treatment(Type.FORWARD, NOTHING, null, () -> {});

    /** Whether and how often a request is forwarded, and what the client receives. */
    public enum Type {
        FORWARD,
        FORWARD_TWICE,
        FORWARD_THEN_RESPOND,
        RESPOND,
        CLOSE,
        HOLD
    }

    private final Type type;
    private final byte[] response;
    private final @Nullable Disruption disruption;
    private final Runnable fired;

    private Treatment(Type type, byte[] response, @Nullable Disruption disruption, Runnable fired) {
        this.type = type;
        this.response = response;
        this.disruption = disruption;
        this.fired = fired;
    }

    /** Forwards the request and the response. */
    public static Treatment none() {
        return NONE;
    }

    /** Handles a request in a way that needs no planned response. The task is called when it takes effect. */
    public static Treatment of(Type type, Runnable fired) {
        return new Treatment(type, NOTHING, null, fired);
    }

    /** Sends a planned response, given as its bytes. The task is called before. */
    public static Treatment responding(Type type, byte[] response, Runnable fired) {
        return new Treatment(type, response, null, fired);
    }

    /** Forwards the request and the response up to a byte. The task is called when it is reached. */
    public static Treatment disrupting(Disruption disruption, Runnable fired) {
        return new Treatment(Type.FORWARD, NOTHING, disruption, fired);
    }

    Type type() {
        return type;
    }

    byte[] response() {
        return response;
    }

    @Nullable
    Disruption disruptionOf(boolean request) {
        return disruption != null && disruption.where().ofRequest() == request ? disruption : null;
    }

    void fire() {
        fired.run();
    }
}
