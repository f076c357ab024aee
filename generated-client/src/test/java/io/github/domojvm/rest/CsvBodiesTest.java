package io.github.domojvm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.rest.api.DataSetsApi;
import io.github.domojvm.rest.api.StreamsApi;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.ImportMethod;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import okio.BufferedSource;
import org.junit.jupiter.api.Test;

class CsvBodiesTest {
    private static final RequestBody CSV =
            RequestBody.create("1001,8.25\n".getBytes(StandardCharsets.UTF_8), MediaType.get("text/csv"));

    @Test
    void streamsAnExportBeforeItsLastRowIsSent() throws IOException {
        CountDownLatch firstRowRead = new CountDownLatch(1);
        try (Loopback server = new Loopback(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/csv");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("meter,kwh\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            await(firstRowRead);
            exchange.getResponseBody().write("1001,8.25\n".getBytes(StandardCharsets.UTF_8));
        })) {
            try (ResponseBody export = server.rest()
                            .dataSets()
                            .exportData("7b1c", true, null)
                            .execute()
                            .body();
                    BufferedSource rows = export.source()) {
                assertThat(rows.readUtf8Line()).isEqualTo("meter,kwh");
                firstRowRead.countDown();
                assertThat(rows.readUtf8()).isEqualTo("1001,8.25\n");
            } finally {
                firstRowRead.countDown(); // Lets the server end if the test failed.
            }
        }
    }

    @Test
    void exportsRequestCsv() throws Exception {
        try (Loopback server = Loopback.responding("text/csv", "1\n")) {
            server.rest()
                    .dataSets()
                    .exportData("a/b", null, "tides.csv")
                    .execute()
                    .body()
                    .close();

            Loopback.Received sent = server.received.take();
            assertThat(sent.headers().get("Accept")).startsWith("text/csv");
            assertThat(sent.uri()).hasToString("/v1/datasets/a%2Fb/data?fileName=tides.csv");
        }
    }

    @Test
    void importsUseTheContentTypeOfTheBody() throws Exception {
        try (Loopback server = Loopback.responding("", "")) {
            DataSetsApi dataSets = server.rest().dataSets();

            assertThat(dataSets.importData("7b1c", CSV, ImportMethod.APPEND)
                            .execute()
                            .code())
                    .isEqualTo(200);

            Loopback.Received sent = server.received.take();
            assertThat(sent.headers().values("Content-Type")).containsExactly("text/csv");
            assertThat(sent.uri()).hasToString("/v1/datasets/7b1c/data?updateMethod=APPEND");
            assertThat(sent.body()).isEqualTo("1001,8.25\n");
        }
    }

    /** Retrofit wraps a body if a header overrides its media type, and the wrapper does not delegate isOneShot(). */
    @Test
    void preservesTheOneShotPropertyOfABody() throws IOException {
        RequestBody once = new RequestBody() {
            @Override
            public MediaType contentType() {
                return CSV.contentType();
            }

            @Override
            public boolean isOneShot() {
                return true;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                CSV.writeTo(sink);
            }
        };
        try (Loopback server = Loopback.responding("", "")) {
            Request request =
                    server.rest().streams().uploadPart(42L, 3L, 7L, once, null).request();

            assertThat(request.body().isOneShot()).isTrue();
        }
    }

    @Test
    void sendsTheContentEncodingOfAPart() throws Exception {
        try (Loopback server = Loopback.responding("application/json", "{\"currentState\":\"ACTIVE\"}")) {
            StreamsApi streams = server.rest().streams();

            Execution execution =
                    streams.uploadPart(42L, 3L, 7L, CSV, "gzip").execute().body();
            assertThat(streams.uploadPart(42L, 3L, 8L, CSV, null).execute().body())
                    .isEqualTo(execution);

            Loopback.Received encoded = server.received.take();
            assertThat(encoded.method()).isEqualTo("PUT");
            assertThat(encoded.uri()).hasToString("/v1/streams/42/executions/3/part/7");
            assertThat(encoded.headers().values("Content-Encoding")).containsExactly("gzip");
            assertThat(encoded.headers().values("Content-Type")).containsExactly("text/csv");
            assertThat(server.received.take().headers().get("Content-Encoding")).isNull();
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }
}
