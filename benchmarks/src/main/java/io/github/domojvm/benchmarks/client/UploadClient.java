package io.github.domojvm.benchmarks.client;

import io.github.domojvm.DomoClient;
import io.github.domojvm.benchmarks.sink.Sink;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.observe.CallAttempt;
import io.github.domojvm.observe.CallListener;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.stream.UploadOutcome;
import io.github.domojvm.stream.UploadRequest;
import io.github.domojvm.stream.UploadResult;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Uploads a file. Arguments: the URL, the file, the compression ({@code off}, {@code 1} to {@code 9} or
 * {@code adaptive}), and optionally the number of parts in flight and the number of rounds.
 */
public final class UploadClient {
    private static final int PARALLELISM = 4;
    /** Retries explain requests that the sink did not expect. */
    private static final CallListener RETRIES = new CallListener() {
        @Override
        public void retrying(CallAttempt attempt, Duration wait) {
            System.out.println("retry " + attempt.operation() + " "
                    + attempt.failure().map(Throwable::getMessage).orElse(""));
        }
    };

    private UploadClient() {}

    /**
     * Uploads the file once per round.
     *
     * @param args the URL, the file, the compression, the parts in flight, the rounds
     */
    public static void main(String[] args) {
        int parallelism = args.length > 3 ? Integer.parseInt(args[3]) : PARALLELISM;
        int rounds = args.length > 4 ? Integer.parseInt(args[4]) : 1;
        try (DomoClient domo = Clients.builder(args[0]).callListener(RETRIES).build()) {
            Stopwatch.measure(rounds, () -> upload(domo, Path.of(args[1]), args[2], parallelism));
        }
    }

    private static void upload(DomoClient domo, Path file, String compression, int parallelism) {
        UploadRequest.Builder request = UploadRequest.builder(
                        Sink.STREAM, CsvSource.fromFile(file), UpdateMethod.REPLACE)
                .parallelism(parallelism);
        Compression.parse(compression).apply(request);
        UploadResult result = domo.streams().upload(request.build()).await();
        if (result.outcome() != UploadOutcome.COMMITTED_VERIFIED) {
            throw new IllegalStateException("The upload ended as " + result);
        }
    }
}
