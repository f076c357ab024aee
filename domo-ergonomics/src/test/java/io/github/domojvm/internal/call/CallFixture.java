package io.github.domojvm.internal.call;

import io.github.domojvm.internal.http.HttpCalls;
import io.github.domojvm.internal.http.HttpLimits;
import io.github.domojvm.observe.CallListener;
import io.github.domojvm.rest.DomoRest;
import io.github.domojvm.rest.model.CreateExecutionRequest;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.retry.RetryPolicy;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import retrofit2.Call;

/** A server with enqueued responses, a {@link CallExecutor} for it and a fake clock. */
public abstract class CallFixture {
    protected static final String STANDARD_ERROR =
            "{\"status\":500,\"statusReason\":\"Oops\",\"message\":\"it broke\",\"toe\":\"TRACE-1\"}";

    protected final FakeTiming timing = new FakeTiming();
    protected final OkHttpClient http = HttpCalls.prepare(new OkHttpClient(), limits(), timing::nanos);
    protected final AtomicInteger tokens = new AtomicInteger(1);
    protected final TokenRenewal renewal = rejected -> {
        if (rejected.equals("bearer marker-token" + tokens.get())) {
            tokens.incrementAndGet();
        }
        return true;
    };
    protected MockWebServer server;
    protected DomoRest rest;
    protected CallExecutor calls;

    @BeforeEach
    protected void start() throws IOException {
        server = new MockWebServer();
        server.start();
        rest = rest(server.url("/").uri());
        calls = executor(RetryPolicy.defaults());
    }

    @AfterEach
    protected void stop() {
        server.close();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }

    /** Returns the limits of responses, called before the constructor of a subclass. */
    protected HttpLimits limits() {
        return HttpLimits.NONE;
    }

    protected Call<DataSet> get() {
        return rest.dataSets().getDataSet("d1");
    }

    protected Call<Execution> post() {
        return rest.streams()
                .createExecution(3L, CreateExecutionRequest.builder().build());
    }

    protected Call<Execution> part() {
        return rest.streams().uploadPart(1L, 2L, 3L, RequestBody.create("1\n", MediaType.get("text/csv")), null);
    }

    protected void enqueue(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    protected static MockResponse htmlPage() {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/html;charset=utf-8")
                .body("<html><title>Please log in</title></html>")
                .build();
    }

    protected CallExecutor executor(RetryPolicy policy) {
        return new CallExecutor(
                renewal, new CallSettings(policy), new Random(42), timing, new Observation(new CallListener() {}));
    }

    protected DomoRest rest(URI url) {
        return DomoRest.create(
                url,
                new HttpCalls(
                        http, () -> "bearer marker-token" + tokens.get(), Map.of("User-Agent", "test/1"), () -> false));
    }

    protected static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
