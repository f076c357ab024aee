package io.github.domojvm.simulation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A request as the simulated service receives it.
 *
 * @param method the HTTP method
 * @param path the path with its query
 * @param token the access token; empty if there is none
 * @param body the body, compressed or not
 */
@SuppressWarnings("ArrayRecordComponent") // Requests are not compared.
record ServiceRequest(String method, String path, String token, byte[] body) {
    static ServiceRequest of(String method, String path, String token, String body) {
        return new ServiceRequest(method, path, token, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the segments of the path. */
    List<String> segments() {
        return List.of(path.replaceFirst("[?].*", "").substring(1).split("/"));
    }

    /** Returns the value of a number in the query. */
    int number(String name, int otherwise) {
        Matcher matcher = Pattern.compile("[?&]" + name + "=(\\d+)").matcher(path);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : otherwise;
    }

    /** Returns the decompressed body. */
    String text() {
        boolean gzip = body.length > 1 && body[0] == 0x1f && body[1] == (byte) 0x8b;
        try {
            byte[] bytes = gzip ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body;
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the lines of the decompressed body. */
    List<String> lines() {
        return text().lines().toList();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
