package io.github.domojvm.internal.parts;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The parts that are cut but not yet compressed. The first failure fails them all, so that no caller waits forever. */
final class OpenParts {
    private final Map<Integer, CompletableFuture<Part>> open = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    @SuppressWarnings("FutureReturnValueIgnored") // The removal cannot fail.
    void add(PendingPart part) {
        open.put(part.number(), part.ready());
        part.ready().whenComplete((done, problem) -> open.remove(part.number()));
        // Either fail() finds this part in the map, or its failure is found here.
        Throwable problem = failure.get();
        if (problem != null) {
            part.ready().completeExceptionally(problem);
        }
    }

    void fail(Throwable problem) {
        if (failure.compareAndSet(null, problem)) {
            open.values().forEach(part -> part.completeExceptionally(problem));
        }
    }

    void check() throws IOException {
        Throwable problem = failure.get();
        if (problem != null) {
            throw new IOException("No more parts can be cut: " + problem.getMessage(), problem);
        }
    }
}
