package io.github.domojvm.sandbox.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/**
 * The one lock and the one clock over all that the sandbox remembers; each API keeps its own objects. Work that Domo
 * does later (commits, imports) is queued with the time it is due, and done by whoever looks next after that time; so
 * there is no background thread, and nobody ever sees state that is older than the clock.
 */
public final class SandboxState {
    private record Work(Instant due, long order, Runnable task) {}

    private final Clock clock;
    private final PriorityQueue<Work> work =
            new PriorityQueue<>(Comparator.comparing(Work::due).thenComparing(Work::order));
    private long numbers;

    public SandboxState(Clock clock) {
        this.clock = clock;
    }

    /** Does due work, then runs a task; one task at a time. */
    public synchronized <T> T with(Supplier<T> task) {
        for (Work next = work.peek(); next != null && !next.due.isAfter(now()); next = work.peek()) {
            work.remove();
            next.task.run();
        }
        return task.get();
    }

    public Instant now() {
        return clock.instant();
    }

    /** Queues work; call it inside {@link #with}. */
    public void later(Duration delay, Runnable task) {
        work.add(new Work(now().plus(delay), nextNumber(), task));
    }

    /** Gives an id that nothing else in this sandbox has; call it inside {@link #with}. */
    public long nextNumber() {
        return ++numbers;
    }
}
