package io.github.domojvm.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A planned response, which a client receives in place of the response to its request.
 *
 * <pre>{@code
 * sandbox.faults().add(Fault.on("GET", "/v1/datasets").respond(FaultResponse.HTML_PAGE));
 * }</pre>
 *
 * <p>Immutable.
 */
public final class FaultResponse {
    /** Status 200 with the HTML page of a login portal, as a proxy returns it. */
    public static final FaultResponse HTML_PAGE = of(
            200,
            "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in to continue</body></html>",
            "Content-Type",
            "text/html;charset=utf-8");

    /** Status 200 with a JSON object that has no member of any response of Domo. */
    public static final FaultResponse UNRELATED_JSON = of(200, "{\"portal\":\"guest\"}");

    /** Status 200 with JSON that ends within an object, although the response is complete. */
    public static final FaultResponse TRUNCATED_JSON = of(200, "{\"id\":");

    /** Status 200 with a body that is declared as gzip and begins like gzip, but cannot be decompressed. */
    public static final FaultResponse BROKEN_GZIP =
            of(200, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 7, 7, 7}, "Content-Encoding", "gzip");

    private final int status;
    private final byte[] body;
    private final Map<String, String> headers;

    private FaultResponse(int status, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.body = body;
        this.headers = headers;
    }

    /**
     * Creates a response from text, which is sent as UTF-8. The content type is {@code text/html} if the body begins
     * with {@code <}, else {@code application/json}; an empty body has none. A {@code Content-Type} header overrides
     * it.
     *
     * @param status HTTP status, 200 to 599
     * @param body body of the response, may be empty
     * @param headers alternating names and values, for example {@code "Retry-After", "2"}
     * @return the response
     * @throws IllegalArgumentException if the status is out of range or the last header has no value
     */
    public static FaultResponse of(int status, String body, String... headers) {
        return of(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /**
     * Creates a response from bytes. The content type is chosen as in {@link #of(int, String, String...)}.
     *
     * @param status HTTP status, 200 to 599
     * @param body body of the response, may be empty
     * @param headers alternating names and values, for example {@code "Content-Encoding", "gzip"}
     * @return the response
     * @throws IllegalArgumentException if the status is out of range or the last header has no value
     */
    public static FaultResponse of(int status, byte[] body, String... headers) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status: must be 200 to 599, but is " + status);
        }
        if (headers.length % 2 != 0) {
            throw new IllegalArgumentException("headers: '" + headers[headers.length - 1] + "' has no value");
        }
        Map<String, String> named = new LinkedHashMap<>();
        if (body.length > 0) {
            named.put("Content-Type", body[0] == '<' ? "text/html;charset=utf-8" : "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            named.put(headers[i], Objects.requireNonNull(headers[i + 1]));
        }
        return new FaultResponse(status, body.clone(), Collections.unmodifiableMap(named));
    }

    /**
     * Returns the status.
     *
     * @return HTTP status, 200 to 599
     */
    public int status() {
        return status;
    }

    /**
     * Returns the body.
     *
     * @return a copy of the body, empty if there is none
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * Returns the headers.
     *
     * @return an unmodifiable map from name to value, in the order in which they are sent
     */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the complete message in HTTP/1.1. */
    byte[] message(String method) {
        boolean bodiless = status == 204 || status == 304;
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Planned\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!bodiless && headers.keySet().stream().noneMatch("Content-Length"::equalsIgnoreCase)) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        int length = bodiless || method.equals("HEAD") ? 0 : body.length;
        byte[] message = Arrays.copyOf(start, start.length + length);
        System.arraycopy(body, 0, message, start.length, length);
        return message;
    }

    /**
     * Returns a description for the messages of failed assertions.
     *
     * @return the status
     */
    @Override
    public String toString() {
        return String.valueOf(status);
    }
}
