package io.github.domojvm.sandbox.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/**
 * The lock and the clock shared by all APIs of the sandbox; each API stores its own objects. Delayed work (commits,
 * imports) is queued with its due time and runs before the next task after that time. Therefore no background thread is
 * needed, and no caller sees state older than the clock.
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

    /** Runs the work that is due, then a task. Runs one task at a time. */
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

    /** Queues work. Call only inside {@link #with}. */
    public void later(Duration delay, Runnable task) {
        work.add(new Work(now().plus(delay), nextNumber(), task));
    }

    /** Returns an id that is unique in this sandbox. Call only inside {@link #with}. */
    public long nextNumber() {
        return ++numbers;
    }
}
