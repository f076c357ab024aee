package io.github.domojvm.matrix;

import io.github.domojvm.sandbox.Fault;
import okhttp3.Request;

/**
 * Requests with a method and a path.
 *
 * @param path a pattern as in {@link Fault#on}
 */
record Target(String method, String path) {
    Fault.On on() {
        return Fault.on(method, path);
    }

    boolean matches(Request request) {
        return (method.equals("*") || request.method().equals(method))
                && request.url().encodedPath().matches(path.replace("**", ".+").replace("*", "[^/]+"));
    }
}
