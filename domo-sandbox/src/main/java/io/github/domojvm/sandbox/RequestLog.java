package io.github.domojvm.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last requests, bounded so that a sandbox may run for days. */
final class RequestLog {
    private static final int KEPT = 10_000;

    private final Deque<SeenRequest> seen = new ArrayDeque<>();

    synchronized void add(SeenRequest request) {
        if (seen.size() == KEPT) {
            seen.removeFirst();
        }
        seen.addLast(request);
    }

    synchronized List<SeenRequest> snapshot() {
        return List.copyOf(seen);
    }
}
