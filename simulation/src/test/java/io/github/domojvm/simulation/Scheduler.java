package io.github.domojvm.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * Runs the virtual threads of simulated processes one at a time on the thread that calls {@link #run}, in an order that
 * a seed determines. The time is virtual: it advances to the next timer when no thread can run.
 */
final class Scheduler {
    /** Overflows soon, as {@link System#nanoTime} may. */
    private static final long START = Long.MAX_VALUE - Duration.ofMinutes(3).toNanos();

    private static final Instant START_OF_WALL_CLOCK = Instant.parse("2026-01-01T00:00:00Z");
    private static final long LONGEST_BLOCK_NANOS = Duration.ofMinutes(1).toNanos();

    private final Thread carrier = Thread.currentThread();
    private final RandomGenerator random;
    private final List<Step> runnable = new ArrayList<>();
    /** Steps that another thread than the carrier has submitted: the JDK after a thread was blocked in a monitor. */
    private final Queue<Step> foreign = new ConcurrentLinkedQueue<>();

    private final Queue<Timer> timers = new PriorityQueue<>();
    private Step running;
    private boolean yielding;
    private long elapsed;
    private long order;

    /** A thread that can run. */
    private record Step(SimulatedProcess process, Runnable continuation) {}

    /** An action at a point in virtual time. */
    static final class Timer implements Comparable<Timer> {
        private final long at;
        private final long order;
        private Runnable action;

        private Timer(long at, long order, Runnable action) {
            this.at = at;
            this.order = order;
            this.action = action;
        }

        void cancel() {
            action = null;
        }

        @Override
        public int compareTo(Timer other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    Scheduler(RandomGenerator random) {
        this.random = random;
    }

    /** Returns the monotonic clock in nanoseconds. */
    long nanos() {
        return START + elapsed;
    }

    /** Returns the virtual time since the start. */
    Duration elapsed() {
        return Duration.ofNanos(elapsed);
    }

    /** Returns the wall clock of the service. */
    Instant now() {
        return START_OF_WALL_CLOCK.plusNanos(elapsed);
    }

    /** Lets another thread run before the current one continues. */
    @SuppressWarnings("ThreadPriorityCheck") // This class is the thread scheduler.
    void pass() {
        yielding = true;
        Thread.yield();
        yielding = false;
    }

    /** Runs an action on the carrier thread after a time. */
    Timer after(Duration wait, Runnable action) {
        long nanos = wait.compareTo(Duration.ofDays(36_500)) < 0
                ? wait.toNanos()
                : Duration.ofDays(36_500).toNanos();
        Timer timer = new Timer(elapsed + Math.max(0, nanos), order++, action);
        timers.add(timer);
        return timer;
    }

    void submit(SimulatedProcess process, Runnable continuation) {
        Step step = new Step(process, continuation);
        boolean own = Thread.currentThread() == carrier || SimulatedProcess.isCurrent(this);
        boolean unblocked = step.equals(running) && !yielding;
        (own && !unblocked ? runnable : foreign).add(step);
    }

    /**
     * Runs threads and timers until a condition holds, the time has passed, or nothing is left to run.
     *
     * @return whether the condition holds
     */
    boolean run(Duration longest, BooleanSupplier until) {
        long end = elapsed + longest.toNanos();
        while (!until.getAsBoolean()) {
            for (Step step = foreign.poll(); step != null; step = foreign.poll()) {
                runnable.add(step);
            }
            if (!runnable.isEmpty()) {
                run(next());
            } else if (!advance(end)) {
                return until.getAsBoolean();
            }
        }
        return true;
    }

    private Step next() {
        int last = runnable.size() - 1;
        int chosen = last == 0 ? 0 : random.nextInt(last + 1);
        Step step = runnable.get(chosen);
        runnable.set(chosen, runnable.get(last));
        runnable.remove(last);
        return step;
    }

    private void run(Step step) {
        if (!step.process().begin()) {
            return;
        }
        do {
            yielding = false;
            running = step;
            step.continuation().run();
            running = null;
        } while (isBlocked(step));
    }

    /**
     * Waits if the thread is blocked in a monitor, which only a thread of another simulation can hold: no library holds
     * a monitor while it waits. The thread then continues before any other, and even if its process was to be killed:
     * otherwise the monitor would hand itself to a thread that never runs, and no other could enter it.
     */
    private boolean isBlocked(Step step) {
        if (yielding || step.process().isSuspended(step.continuation())) {
            return false;
        }
        long start = System.nanoTime();
        while (!foreign.remove(step)) {
            if (System.nanoTime() - start > LONGEST_BLOCK_NANOS) {
                throw new IllegalStateException("A simulated thread is blocked in a monitor of its own simulation");
            }
            LockSupport.parkNanos(1_000);
        }
        return true;
    }

    private boolean advance(long end) {
        while (!timers.isEmpty() && timers.peek().action == null) {
            timers.poll();
        }
        Timer next = timers.peek();
        if (next == null || next.at > end) {
            elapsed = Math.max(elapsed, end);
            return false;
        }
        timers.poll();
        elapsed = next.at;
        next.action.run();
        return true;
    }
}
