package io.github.domojvm.internal.http;

/**
 * A tag of a request that records whether a connection has accepted it. Before that, the service cannot have received
 * it.
 */
public final class WireMark {
    private volatile boolean reached;

    void reach() {
        reached = true;
    }

    /**
     * Returns whether a connection has accepted the request.
     *
     * @return false if the service cannot have received it
     */
    public boolean reached() {
        return reached;
    }
}
