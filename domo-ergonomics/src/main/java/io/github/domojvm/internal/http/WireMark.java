package io.github.domojvm.internal.http;

import java.net.Proxy;

/**
 * A tag of a request that records whether a connection has accepted it, and how connecting failed. Before a connection
 * accepts it, the service cannot have received it.
 */
public final class WireMark {
    private volatile boolean reached;
    private volatile boolean proxyFailed;
    private volatile boolean directFailed;

    void reach() {
        reached = true;
    }

    void failToConnect(Proxy proxy) {
        if (proxy.type() == Proxy.Type.DIRECT) {
            directFailed = true;
        } else {
            proxyFailed = true;
        }
    }

    /**
     * Returns whether only proxies were tried and none accepted a connection.
     *
     * @return false if no proxy was tried, or the service itself was tried too
     */
    public boolean onlyProxiesFailed() {
        return proxyFailed && !directFailed;
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
