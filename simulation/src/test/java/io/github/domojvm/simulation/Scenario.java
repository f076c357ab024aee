package io.github.domojvm.simulation;

import io.github.domojvm.internal.call.CallSettings;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.retry.RetryPolicy;
import io.github.domojvm.stream.CommitInterval;
import io.github.domojvm.stream.UploadStage;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** An upload, its client and its service, chosen from a seed. */
record Scenario(
        UpdateMethod updateMethod,
        List<String> rows,
        int partRows,
        int parallelism,
        int gzipLevel,
        boolean header,
        boolean abortOpenExecution,
        boolean journal,
        UploadStage until,
        Duration processingTimeout,
        Duration progressTimeout,
        CommitInterval commitInterval,
        CallSettings calls,
        ServiceRules rules,
        int initialRows) {
    /** The value of {@link #gzipLevel} for adaptive compression. */
    static final int ADAPTIVE_GZIP = -1;

    private static final int MOST_PARTS = 8;
    private static final int MOST_ROWS_PER_PART = 4;

    static Scenario of(RandomGenerator random) {
        int partRows = 1 + random.nextInt(MOST_ROWS_PER_PART);
        int rows = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(MOST_PARTS * partRows);
        Duration interval = random.nextInt(4) == 0 ? Duration.ofMinutes(15) : Duration.ZERO;
        return new Scenario(
                one(random, UpdateMethod.APPEND, UpdateMethod.APPEND, UpdateMethod.REPLACE, UpdateMethod.UPSERT),
                IntStream.rangeClosed(1, rows)
                        .mapToObj(i -> "row" + i + ",value" + i)
                        .toList(),
                partRows,
                1 + random.nextInt(4),
                one(random, 0, 1, ADAPTIVE_GZIP),
                random.nextInt(4) == 0,
                random.nextInt(3) == 0,
                random.nextInt(2) == 0,
                random.nextInt(5) == 0 ? UploadStage.COMMIT_ACKNOWLEDGED : UploadStage.PROCESSED,
                Duration.ofSeconds(one(random, 20, 900, 3600)),
                Duration.ofMinutes(one(random, 2, 10, 30)),
                commitInterval(random),
                calls(random),
                new ServiceRules(
                        Duration.ofMillis(one(random, 0, 2_000, 90_000, 300_000)),
                        Duration.ofSeconds(one(random, 0, 0, 10)),
                        interval,
                        one(random, 400, 409, 429),
                        random.nextBoolean(),
                        Duration.ofSeconds(one(random, 60, 3600, 3600))),
                random.nextInt(4));
    }

    private static CommitInterval commitInterval(RandomGenerator random) {
        Duration interval = Duration.ofMinutes(15);
        return switch (random.nextInt(8)) {
            case 0 -> CommitInterval.waitBeforeSending(interval);
            case 1 -> CommitInterval.failBeforeSending(interval);
            default -> CommitInterval.waitAfterRefusal(interval);
        };
    }

    private static CallSettings calls(RandomGenerator random) {
        return new CallSettings(
                random.nextInt(8) == 0 ? RetryPolicy.none() : RetryPolicy.defaults(),
                random.nextInt(3) == 0 ? Duration.ofSeconds(1 + random.nextInt(60)) : null,
                random.nextInt(6) == 0 ? Duration.ofSeconds(10 + random.nextInt(300)) : null,
                CallSettings.Purpose.CALL);
    }

    @SafeVarargs
    private static <T> T one(RandomGenerator random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Returns the CSV of the source. */
    String csv() {
        return (header ? "id,value\n" : "")
                + String.join("", rows.stream().map(row -> row + "\n").toList());
    }

    @Override
    public String toString() {
        return updateMethod + ", " + rows.size() + " rows, " + partRows + " a part, " + parallelism
                + " at a time, gzip "
                + (gzipLevel == ADAPTIVE_GZIP ? "adaptive" : gzipLevel) + (header ? ", header" : "")
                + (abortOpenExecution ? ", abortOpenExecution" : "")
                + (journal ? ", journal" : "") + ", until " + until + ", processingTimeout " + processingTimeout
                + ", progressTimeout " + progressTimeout + ", " + commitInterval + ", attempt timeout "
                + calls.attemptTimeout() + ", total timeout " + calls.totalTimeout() + ", "
                + (calls.policy() == RetryPolicy.none() ? "no retries, " : "") + rules + ", " + initialRows
                + " rows before";
    }
}
