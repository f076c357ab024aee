package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    private final Caller caller = new Caller(sandbox);
    private final String dataSet = "/v1/datasets/" + caller.newDataSet();

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate, GZIP;q=0.5", "br, gzip"})
    void compressesJsonWhenGzipIsAccepted(String accepted) throws Exception {
        HttpResponse<byte[]> response = get(dataSet, accepted);

        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(response.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(response.headers().firstValue("Content-Length")).isEmpty();
        assertThat(decompressed(response.body())).isEqualTo(caller.get(dataSet).text());
    }

    @Test
    void compressesJsonErrors() throws Exception {
        HttpResponse<byte[]> response = get("/v1/datasets/none", "gzip");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(decompressed(response.body())).contains("Not Found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "*", "gzip;q=0", "gzip; q=0.0", "x-gzip-like"})
    void doesNotCompressJsonWhenGzipIsNotAccepted(String accepted) throws Exception {
        HttpResponse<byte[]> response = get(dataSet, accepted);

        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(response.body().length);
    }

    /** Compressed exports take nine times as long, and clients such as OkHttp request gzip by default. */
    @Test
    void neverCompressesAnExport() throws Exception {
        caller.put(dataSet + "/data", "a,1\n");

        HttpResponse<byte[]> response = get(dataSet + "/data", "gzip");

        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("a,1\n");
    }

    @Test
    void doesNotCompressAResponseWithoutABody() throws Exception {
        sandbox.expireTokens();

        HttpResponse<byte[]> response = get(dataSet, "gzip");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(response.body()).isEmpty();
    }

    @Test
    void doesNotCompressThePlannedResponseOfAFault() throws Exception {
        sandbox.faults().add(Fault.on("GET", "/v1/datasets/*").respond(503, "{\"busy\":true}"));

        assertThat(new String(get(dataSet, "gzip").body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"busy\":true}");
    }

    private HttpResponse<byte[]> get(String path, String accepted) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .header("Authorization", "bearer " + caller.token())
                .header("Accept-Encoding", accepted)
                .build();
        return HTTP.send(request, BodyHandlers.ofByteArray());
    }

    private static String decompressed(byte[] body) throws IOException {
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
