package io.github.domojvm.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** An HTTP client for a sandbox. */
final class Caller {
    static final String CITIES = """
            {"name":"Cities","description":"of the world","schema":{"columns":[
             {"type":"STRING","name":"city"},{"type":"LONG","name":"people"}]}}""";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final DomoSandbox sandbox;
    private final URI url;
    private String token = "";

    Caller(DomoSandbox sandbox) {
        this(sandbox, sandbox.url());
    }

    /** Creates a client that calls the sandbox at another URL, such as that of a proxy. */
    Caller(DomoSandbox sandbox, URI url) {
        this.sandbox = sandbox;
        this.url = url;
        renewToken();
    }

    void renewToken() {
        token = requestToken("scope=", sandbox.clientId(), sandbox.clientSecret())
                .json()
                .path("access_token")
                .asText();
    }

    void useToken(String other) {
        token = other;
    }

    String token() {
        return token;
    }

    Reply requestToken(String parameters, String id, String secret) {
        return raw(
                "POST",
                "/oauth/token",
                ("grant_type=client_credentials&" + parameters).getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                basic(id, secret));
    }

    static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    Reply get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Reply post(String path, String body) {
        return send("POST", path, body);
    }

    Reply put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    Reply patch(String path, String body) {
        return send("PATCH", path, body);
    }

    Reply delete(String path) {
        return send("DELETE", path, "");
    }

    Reply send(String method, String path, String body, String... headers) {
        return sendBytes(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Reply sendBytes(String method, String path, byte[] body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "bearer " + token;
        return raw(method, path, body, all);
    }

    Reply raw(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Reply(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    String newDataSet() {
        return newDataSet(CITIES);
    }

    String newDataSet(String body) {
        return post("/v1/datasets", body).json().path("id").asText();
    }

    /** Creates a Stream of cities and returns its path. */
    String newStream(String updateMethod) {
        String keys = updateMethod.equals("UPSERT") ? ",\"keyColumnNames\":[\"city\"]" : "";
        return newStreamOf("{\"dataSet\":" + CITIES + ",\"updateMethod\":\"" + updateMethod + "\"" + keys + "}");
    }

    String newStreamOf(String body) {
        return "/v1/streams/" + post("/v1/streams", body).json().path("id").asLong();
    }

    String dataSetOf(String stream) {
        return get(stream).json().path("dataSet").path("id").asText();
    }

    /** Opens an execution of a Stream and returns its path. */
    String newExecution(String stream) {
        return stream + "/executions/"
                + post(stream + "/executions", "").json().path("id").asLong();
    }

    String state(String execution) {
        return get(execution).json().path("currentState").asText();
    }

    /** Uploads CSV as one part, commits it, and returns the path of the execution. */
    String upload(String stream, String csv) {
        String execution = newExecution(stream);
        put(execution + "/part/1", csv, "Content-Type", "text/csv");
        put(execution + "/commit", "");
        return execution;
    }
}
