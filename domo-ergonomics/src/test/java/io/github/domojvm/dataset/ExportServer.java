package io.github.domojvm.dataset;

import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** A server with one DataSet and a sequence of export responses, of which the last is repeated. */
final class ExportServer implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final AtomicInteger exports = new AtomicInteger();
    private final TestDomo domo;

    ExportServer(String dataSet, MockResponse... planned) throws IOException {
        Queue<MockResponse> left = new ArrayDeque<>(List.of(planned));
        server.setDispatcher(new Dispatcher() {
            @Override
            public synchronized MockResponse dispatch(RecordedRequest request) {
                String path = request.getUrl().encodedPath();
                if (path.endsWith("/token")) {
                    return json("{\"access_token\":\"t\",\"expires_in\":3600}");
                }
                if (!path.endsWith("/data")) {
                    return json(dataSet);
                }
                exports.incrementAndGet();
                MockResponse next = left.remove();
                if (left.isEmpty()) {
                    left.add(next);
                }
                return next;
            }
        });
        server.start();
        domo = new TestDomo(server.url("/").uri(), "id", "marker-secret", new FakeTiming());
    }

    /** Returns the JSON of a DataSet with STRING columns. */
    static String dataSet(long rows, String... columns) {
        StringBuilder schema = new StringBuilder();
        for (String column : columns) {
            schema.append(schema.length() == 0 ? "" : ",").append("{\"type\":\"STRING\",\"name\":\"" + column + "\"}");
        }
        return "{\"id\":\"d1\",\"rows\":" + rows + ",\"schema\":{\"columns\":[" + schema + "]}}";
    }

    /** Returns a response with CSV and a {@code Content-Length}. */
    static MockResponse csv(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/csv")
                .body(body)
                .build();
    }

    /** Returns a response with CSV that ends with the connection. */
    static MockResponse unframed(String body) {
        return csv(body)
                .newBuilder()
                .removeHeader("Content-Length")
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build();
    }

    /** Returns a response with CSV whose connection is closed in the middle. */
    static MockResponse broken(String body) {
        return csv(body)
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build();
    }

    DataSets dataSets() {
        return domo.facade(DataSets.class);
    }

    int exports() {
        return exports.get();
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    @Override
    public void close() {
        domo.close();
        server.close();
    }
}
