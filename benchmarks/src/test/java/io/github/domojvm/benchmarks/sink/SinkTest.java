package io.github.domojvm.benchmarks.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.benchmarks.data.DataFile;
import io.github.domojvm.benchmarks.data.Generator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinkTest {
    private static final String EXECUTIONS = "/v1/streams/1/executions";

    @TempDir
    Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private DataFile file;
    private String csv;
    private Sink sink;

    @BeforeEach
    void start() throws IOException {
        file = Generator.write(folder.resolve("a.csv"), 1, 100);
        csv = Files.readString(file.path());
        sink = Sink.start(file);
    }

    @AfterEach
    void stop() throws IOException {
        sink.close();
    }

    @Test
    void acceptsPlainAndCompressedPartsInAnyOrder() throws Exception {
        int cut = csv.indexOf("\n", csv.indexOf("\n1000050,")) + 1;
        cut = endOfRecordBefore(cut);
        send("POST", EXECUTIONS, new byte[0], false);
        send("PUT", EXECUTIONS + "/1/part/2", utf8(csv.substring(cut)), false);
        send("PUT", EXECUTIONS + "/1/part/1", gzip(csv.substring(0, cut)), true);
        send("PUT", EXECUTIONS + "/1/commit", new byte[0], false);

        assertThat(report().differences(file)).isEmpty();
        assertThat(report().executions()).singleElement().satisfies(received -> {
            assertThat(received.parts()).isEqualTo(2);
            assertThat(received.gzipParts()).isEqualTo(1);
            assertThat(received.wireBytes()).isLessThan(file.bytes());
        });
    }

    @Test
    void reportsAPartThatEndsInsideQuotes() throws Exception {
        int inside = csv.indexOf(",\"") + 4;
        send("POST", EXECUTIONS, new byte[0], false);
        send("PUT", EXECUTIONS + "/1/part/1", utf8(csv.substring(0, inside)), false);
        send("PUT", EXECUTIONS + "/1/part/2", utf8(csv.substring(inside)), false);
        send("PUT", EXECUTIONS + "/1/commit", new byte[0], false);

        assertThat(report().differences(file)).containsExactly("parts cut within a record: 1 instead of 0");
    }

    @Test
    void reportsLostRowsAndAMissingCommit() throws Exception {
        int cut = csv.lastIndexOf("\n", csv.length() - 2) + 1;
        send("POST", EXECUTIONS, new byte[0], false);
        send("PUT", EXECUTIONS + "/1/part/1", utf8(csv.substring(0, endOfRecordBefore(cut))), false);

        assertThat(report().differences(file))
                .hasSize(4)
                .anyMatch(difference -> difference.startsWith("checksum"))
                .anyMatch(difference -> difference.startsWith("records"))
                .contains("commits: 0 instead of 1");
    }

    @Test
    void failsEveryNthPutAndCountsRetries() throws Exception {
        send("GET", "/sink/reset?" + new SinkOptions(0, 0, 2).toQuery(), new byte[0], false);
        send("POST", EXECUTIONS, new byte[0], false);

        assertThat(send("PUT", EXECUTIONS + "/1/part/1", utf8(csv), false)).isEqualTo(200);
        assertThat(send("PUT", EXECUTIONS + "/1/part/1", utf8(csv), false)).isEqualTo(503);
        assertThat(send("PUT", EXECUTIONS + "/1/part/1", utf8(csv), false)).isEqualTo(200);
        send("PUT", EXECUTIONS + "/1/commit", new byte[0], false);

        assertThat(report().differences(file)).containsExactly("PUTs: 3 instead of 2");
    }

    @Test
    void exportsTheFileWithAHeader() throws Exception {
        HttpResponse<String> response = http.send(
                request("/v1/datasets/" + Sink.DATA_SET + "/data?includeHeader=true"),
                HttpResponse.BodyHandlers.ofString());

        assertThat(response.body()).isEqualTo(String.join(",", DataFile.COLUMNS) + "\n" + csv);
    }

    /** Returns a position at which the text before has no open quote. */
    private int endOfRecordBefore(int position) {
        int end = position;
        while (csv.substring(0, end).chars().filter(c -> c == '"').count() % 2 == 1) {
            end = csv.lastIndexOf("\n", end - 2) + 1;
        }
        return end;
    }

    private SinkReport report() throws Exception {
        return SinkReport.parse(http.send(request("/sink/check"), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(sink.url() + path)).build();
    }

    private int send(String method, String path, byte[] body, boolean gzip) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sink.url() + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (gzip) {
            request.header("Content-Encoding", "gzip");
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(utf8(text));
        }
        return out.toByteArray();
    }
}
