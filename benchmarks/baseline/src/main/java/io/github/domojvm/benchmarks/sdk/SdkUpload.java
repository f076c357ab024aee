package io.github.domojvm.benchmarks.sdk;

import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.Interceptor;
import okhttp3.RequestBody;

/**
 * Uploads a file in Strings of 100,000 rows, one after the other as in the examples of the SDK, or on several threads
 * as its Javadoc advises. Arguments: the URL, the file, the threads, {@code plain} or {@code gzip}, and optionally the
 * rounds.
 */
public final class SdkUpload {
    private static final int ROWS_OF_A_PART = 100_000;
    private static final String EXECUTIONS = "/v1/streams/1/executions";

    private SdkUpload() {}

    /**
     * Uploads the file once per round.
     *
     * @param args the URL, the file, the threads, the compression, the rounds
     * @throws Exception if a request fails
     */
    public static void main(String[] args) throws Exception {
        int threads = Integer.parseInt(args[2]);
        int rounds = args.length > 4 ? Integer.parseInt(args[4]) : 1;
        Interceptor[] interceptors =
                args[3].equals("gzip") ? new Interceptor[] {new GzipInterceptor()} : new Interceptor[0];
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try (Transport transport = new Transport(args[0], interceptors)) {
            Stopwatch.measure(rounds, () -> upload(transport, Path.of(args[1]), executor, threads));
        } finally {
            executor.shutdown();
        }
    }

    private static void upload(Transport transport, Path file, ExecutorService executor, int threads) throws Exception {
        RequestBody replace = RequestBody.create("{\"updateMethod\":\"REPLACE\"}", Transport.JSON);
        String created = transport.send("POST", EXECUTIONS, replace);
        String execution = EXECUTIONS + "/"
                + transport.gson().fromJson(created, JsonObject.class).get("id").getAsLong();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            Parts parts = new Parts(new Records(in, ROWS_OF_A_PART));
            List<Callable<Void>> senders = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                senders.add(() -> {
                    for (Part part = parts.next(); part != null; part = parts.next()) {
                        RequestBody body = RequestBody.create(part.csv(), Transport.CSV);
                        transport.send("PUT", execution + "/part/" + part.number(), body);
                    }
                    return null;
                });
            }
            for (Future<Void> sender : executor.invokeAll(senders)) {
                sender.get();
            }
        }
        transport.send("PUT", execution + "/commit", RequestBody.create(new byte[0], null));
    }

    private record Part(int number, String csv) {}

    /** Hands parts to the threads. */
    private static final class Parts {
        private final Records records;
        private int number;

        Parts(Records records) {
            this.records = records;
        }

        synchronized Part next() throws IOException {
            String csv = records.next();
            if (csv == null) {
                return null;
            }
            number++;
            return new Part(number, csv);
        }
    }
}
