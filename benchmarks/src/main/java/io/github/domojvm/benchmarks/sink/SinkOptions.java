package io.github.domojvm.benchmarks.sink;

import java.util.Map;

/**
 * The line between client and sink, and planned failures.
 *
 * @param bytesPerSecond the rate at which request bodies are read; 0 for no limit
 * @param latencyMillis the delay before each response
 * @param failEvery every nth PUT of a part receives status 503; 0 for none
 */
public record SinkOptions(long bytesPerSecond, long latencyMillis, int failEvery) {
    /** A line without a limit. */
    public static final SinkOptions DIRECT = new SinkOptions(0, 0, 0);

    /** {@return the query that {@link #parse} reads} */
    public String toQuery() {
        return "rate=" + bytesPerSecond + "&latency=" + latencyMillis + "&fail=" + failEvery;
    }

    static SinkOptions parse(Map<String, String> query) {
        return new SinkOptions(
                Long.parseLong(query.getOrDefault("rate", "0")),
                Long.parseLong(query.getOrDefault("latency", "0")),
                Integer.parseInt(query.getOrDefault("fail", "0")));
    }
}
