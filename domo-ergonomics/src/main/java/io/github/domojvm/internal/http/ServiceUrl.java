package io.github.domojvm.internal.http;

import java.net.URI;
import okhttp3.HttpUrl;

/** What may stand as the URL of the service. */
public final class ServiceUrl {
    private ServiceUrl() {}

    /**
     * Reads a URL.
     *
     * @param url the text
     * @return the URL
     * @throws IllegalArgumentException when it is not an http or https URL, or holds a user
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
     * Tells whether what is sent there can be read on the way.
     *
     * @param url the URL
     * @return true for http, unless it is to this machine
     */
    public static boolean isReadableOnTheWay(URI url) {
        // Names of other machines are not looked up: only these forms mean this one.
        return "http".equals(url.getScheme())
                && !String.valueOf(url.getHost()).matches("localhost|127(\\.\\d{1,3}){3}|\\[::1\\]");
    }
}
