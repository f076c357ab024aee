package io.github.domojvm;

import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;

/** A server with enqueued responses, and the settings of a client for it. */
abstract class TransportFixture {
    static final String DATA_SET = "{\"id\":\"7b1c\",\"name\":\"Tides\"}";
    static final String TOKEN = "{\"access_token\":\"marker-token\",\"token_type\":\"bearer\",\"expires_in\":3599}";

    @AutoClose
    final MockWebServer server = new MockWebServer();

    @BeforeEach
    void startServer() throws Exception {
        prepareServer();
        server.start();
    }

    /** Configures the server before it starts. */
    void prepareServer() {}

    DomoClientBuilder client() {
        return DomoClient.builder()
                .credentials("id", "marker-secret")
                .apiUrl(server.url("/").toString());
    }

    void enqueueToken() {
        server.enqueue(json(TOKEN));
    }

    void enqueueDataSet() {
        server.enqueue(json(DATA_SET));
    }

    void enqueueStatus(int status) {
        server.enqueue(new MockResponse.Builder().code(status).build());
    }

    static MockResponse json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    /** Returns a response that sends a byte every 50 ms and takes more than a minute. */
    static MockResponse slowly(String body) {
        return json(body + " ".repeat(2_000))
                .newBuilder()
                .throttleBody(1, 50, TimeUnit.MILLISECONDS)
                .build();
    }
}
