package io.github.domojvm.internal.http;

import java.net.URI;
import okhttp3.HttpUrl;

/** Checks the URL of the service. */
public final class ServiceUrl {
    private ServiceUrl() {}

    /**
     * Parses a URL.
     *
     * @param url the text
     * @return the URL
     * @throws IllegalArgumentException if it is not an http or https URL, or contains a user
     */
    public static URI parse(String url) {
        HttpUrl parsed = HttpUrl.parse(url);
        if (parsed == null) {
            throw new IllegalArgumentException("apiUrl must begin with https:// or http://: " + url);
        }
        if (!parsed.username().isEmpty() || !parsed.password().isEmpty()) {
            throw new IllegalArgumentException(
                    "apiUrl must not contain a user or a password; set the client id and secret with credentials");
        }
        return parsed.uri();
    }

    /**
     * Returns whether requests to the URL can be read in transit.
     *
     * @param url the URL
     * @return true for http, except for this machine
     */
    public static boolean isReadableOnTheWay(URI url) {
        // Host names are not resolved: only these forms count as this machine.
        return "http".equals(url.getScheme())
                && !String.valueOf(url.getHost()).matches("localhost|127(\\.\\d{1,3}){3}|\\[::1\\]");
    }
}
