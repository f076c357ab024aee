package io.github.domojvm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentStreamTest {
    private static final int MIN_RECEIVED_BYTES = 4096;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final byte[] half = new byte[1 << 16];

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void streamsAnAttachmentUnchangedWhileItIsProduced(boolean lengthKnown) throws Exception {
        new Random(831).nextBytes(half);
        CompletableFuture<String> length = new CompletableFuture<>();
        CompletableFuture<String> received = new CompletableFuture<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            length.complete(String.valueOf(exchange.getRequestHeaders().getFirst("Content-Length")));
            received.complete(receive(exchange.getRequestBody()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        OkHttpClient client = new OkHttpClient();
        try {
            URI url = URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                    + server.getAddress().getPort());
            MultipartBody.Part file = MultipartBody.Part.createFormData("file", "permit.png", twoHalves(lengthKnown));

            assertThat(DomoRest.create(url, client)
                            .tasks()
                            .addAttachment("501", "611", "721", file)
                            .execute()
                            .code())
                    .isEqualTo(204);

            String bytes = new String(half, StandardCharsets.ISO_8859_1);
            assertThat(received.get())
                    .contains("name=\"file\"; filename=\"permit.png\"\r\nContent-Type: image/png\r\n")
                    .contains("\r\n\r\n" + bytes + bytes + "\r\n--");
            if (lengthKnown) {
                assertThat(length.get()).isEqualTo(String.valueOf(received.get().length()));
            } else {
                assertThat(length.get()).isEqualTo("null");
            }
        } finally {
            server.stop(0);
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }

    /** Produces the second half after the server has received a part of the first. */
    private RequestBody twoHalves(boolean lengthKnown) {
        return new RequestBody() {
            @Override
            public MediaType contentType() {
                return MediaType.get("image/png");
            }

            @Override
            public long contentLength() {
                return lengthKnown ? 2L * half.length : -1;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.write(half).flush();
                try {
                    begun.await();
                } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                }
                sink.write(half);
            }
        };
    }

    private String receive(InputStream body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[1024];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            bytes.write(buffer, 0, read);
            if (bytes.size() > MIN_RECEIVED_BYTES) {
                begun.countDown();
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
