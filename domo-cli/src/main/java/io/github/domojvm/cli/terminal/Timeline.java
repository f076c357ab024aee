package io.github.domojvm.cli.terminal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures consecutive named spans of time. */
public final class Timeline {
    private static final int WIDTH = 30;

    private final Map<String, Duration> spans = new LinkedHashMap<>();
    private long last = System.nanoTime();

    /** Adds a span from the end of the previous one until now. */
    public void lap(String name) {
        long now = System.nanoTime();
        add(name, Duration.ofNanos(now - last));
        last = now;
    }

    /** Adds a span that was measured elsewhere. The next lap begins now. */
    public void add(String name, Duration time) {
        spans.put(name, time);
        last = System.nanoTime();
    }

    public void print(Report report) {
        long most = Math.max(
                1, spans.values().stream().mapToLong(Duration::toNanos).max().orElse(1));
        spans.forEach((name, time) -> {
            int bar = (int) Math.round((double) WIDTH * time.toNanos() / most);
            report.line(name, (String.format("%8s", Numbers.time(time)) + "  " + "#".repeat(bar)).stripTrailing());
        });
    }
}
