package io.github.domojvm.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.domojvm.sandbox.DomoSandbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Sends recorded requests to a sandbox with the ids and tokens of this sandbox instead of the recorded ones. */
final class Replay {
    /**
     * A request that was sent, and its response.
     *
     * @param call the recorded request
     * @param status the status of the response
     * @param text the body of the response
     * @param json the body of the response, a missing node if it is not JSON
     */
    record Exchange(RecordedCall call, int status, String text, JsonNode json) {}

    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final DomoSandbox sandbox;
    private final IdMap ids = new IdMap();
    private final Map<Integer, String> tokens = new HashMap<>();

    Replay(DomoSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Returns whether the sandbox assigned other numbers than those in the recording. */
    boolean numbersDiffer() {
        return ids.numbersDiffer();
    }

    /** Sends the request, and learns the ids and the token of the response for the following requests. */
    Exchange send(RecordedCall call) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request(call), BodyHandlers.ofByteArray());
            String text = text(response);
            JsonNode json = RecordedCall.json(
                    response.headers().firstValue("Content-Type").orElse(""), text);
            if (call.path().equals("/oauth/token")) {
                tokens.put(call.n(), json.path("access_token").asText());
            } else if (response.statusCode() == call.status()) {
                ids.learn(call, json);
                ids.learn(
                        call.location(),
                        response.headers().firstValue("Location").orElse(""));
            }
            return new Exchange(call, response.statusCode(), text, json);
        } catch (IOException failed) {
            throw new IllegalStateException("Sending " + call + " failed.", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Sending " + call + " was interrupted.", interrupted);
        }
    }

    private HttpRequest request(RecordedCall call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.url() + ids.url(call.url())))
                .method(call.method(), body(call));
        call.headers()
                .forEach((name, value) ->
                        request.header(name, name.equals("Authorization") ? authorization(call, value) : value));
        return request.build();
    }

    private BodyPublisher body(RecordedCall call) {
        if (!call.bodyBase64().isEmpty()) {
            return BodyPublishers.ofByteArray(Base64.getDecoder().decode(call.bodyBase64()));
        }
        // An empty text is sent with a Content-Length of 0, as clients send it.
        return call.body().isEmpty() && !METHODS_WITH_BODY.contains(call.method())
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(ids.body(call.path(), call.body()));
    }

    private String authorization(RecordedCall call, String scheme) {
        if (!scheme.equals("Basic")) {
            return scheme + " " + tokens.get(call.tokenFrom());
        }
        String secret = call.wrongCredentials() ? "wrong" : sandbox.clientSecret();
        String pair = sandbox.clientId() + ":" + secret;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(HttpResponse<byte[]> response) throws IOException {
        boolean compressed = response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isPresent();
        try (InputStream plain = new ByteArrayInputStream(response.body());
                InputStream in = compressed && response.body().length > 0 ? new GZIPInputStream(plain) : plain) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
