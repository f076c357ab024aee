package io.github.domojvm.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last requests. Bounded, so that a sandbox can run for days. */
final class RequestLog {
    private static final int MAX_REQUESTS = 10_000;

    private final Deque<RecordedRequest> seen = new ArrayDeque<>();

    synchronized void add(RecordedRequest request) {
        if (seen.size() == MAX_REQUESTS) {
            seen.removeFirst();
        }
        seen.addLast(request);
    }

    synchronized void clear() {
        seen.clear();
    }

    synchronized List<RecordedRequest> snapshot() {
        return List.copyOf(seen);
    }
}
