package io.github.domojvm.internal.http;

import java.net.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * A tag of a request that records whether a connection has accepted it, how connecting failed, and the rate of the
 * response. Before a connection accepts it, the service cannot have received it.
 */
public final class WireMark {
    private volatile boolean reached;
    private volatile boolean proxyFailed;
    private volatile boolean directFailed;
    private volatile @Nullable DownloadRate rate;

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

    void measure(DownloadRate started) {
        rate = started;
    }

    /** Returns the rate of the response's body, null if it is not measured. */
    @Nullable
    DownloadRate rate() {
        return rate;
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
