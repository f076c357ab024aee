package io.github.domojvm.sandbox.internal.proxy;

/** Chooses what the proxy does with each request. Called by several threads. */
public interface Treatments {
    /**
     * Returns the treatment of a request whose header lines have arrived.
     *
     * @param method HTTP method
     * @param path decoded path without query and trailing slash
     */
    Treatment of(String method, String path);
}
