package io.github.domojvm.simulation;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** A process whose threads are virtual. When it is killed, none of its threads runs again, not even to clean up. */
final class SimulatedProcess implements Executor {
    private static final ThreadLocal<Scheduler> CURRENT = new ThreadLocal<>();

    private final Scheduler scheduler;
    private final IdentityHashMap<Object, Thread> threads = new IdentityHashMap<>();
    private final String name;
    private Consumer<Runnable> suspending;
    private final NavigableMap<Long, Runnable> events = new TreeMap<>();
    private final Map<String, Runnable> requests = new TreeMap<>();
    private long steps;
    private boolean killed;
    private int count;

    SimulatedProcess(Scheduler scheduler, String name) {
        this.scheduler = scheduler;
        this.name = name;
    }

    /** Returns whether the current thread is one of this scheduler. */
    static boolean isCurrent(Scheduler scheduler) {
        return CURRENT.get() == scheduler;
    }

    /** Receives the continuation of a thread that can run. */
    @Override
    public void execute(Runnable continuation) {
        Consumer<Runnable> suspended = suspending;
        suspending = null;
        if (killed) {
            return;
        }
        if (suspended == null) {
            scheduler.submit(this, continuation);
        } else {
            suspended.accept(continuation);
        }
    }

    /** Creates a thread that is not started. */
    Thread thread(String title, Runnable task) {
        Thread thread = VirtualThreads.create(this, name + "/" + title, () -> {
            CURRENT.set(scheduler);
            task.run();
        });
        threads.put(VirtualThreads.continuation(thread), thread);
        return thread;
    }

    void start(String title, Runnable task) {
        thread(title, task).start();
    }

    ThreadFactory threads(String title) {
        return task -> thread(title, task);
    }

    /** Returns an executor with a thread for each task. */
    Executor executor(String title) {
        return task -> start(title + ++count, task);
    }

    /** Runs an action of this process on a thread of its own after a time. */
    Scheduler.Timer after(Duration wait, Runnable action) {
        return scheduler.after(wait, () -> {
            if (!killed) {
                start("timer", action);
            }
        });
    }

    /**
     * Suspends the current thread, regardless of interrupts, until the action that the consumer receives has run on the
     * carrier thread or another thread of the simulation.
     */
    void suspend(Consumer<Runnable> resumption) {
        suspending = continuation -> resumption.accept(() -> {
            if (!killed) {
                scheduler.submit(this, continuation);
            }
        });
        scheduler.pass();
        if (suspending != null) {
            throw new IllegalStateException("A thread that holds its carrier cannot be suspended");
        }
    }

    /** Runs an action on the carrier thread before the given step of the threads of this process, from 1. */
    void atStep(long step, Runnable action) {
        events.merge(step, action, (first, second) -> () -> {
            first.run();
            second.run();
        });
    }

    /** Runs an action as {@link #atStep} does, some steps after the first request whose path has the given end. */
    void afterRequest(String pathEnd, long steps, Runnable action) {
        requests.put(pathEnd, () -> atStep(this.steps + steps, action));
    }

    /** Called when a thread of the process sends a request. */
    void sends(String path) {
        requests.keySet().stream()
                .filter(path::endsWith)
                .findFirst()
                .ifPresent(end -> requests.remove(end).run());
    }

    /** Kills the process. */
    void kill() {
        killed = true;
    }

    boolean isKilled() {
        return killed;
    }

    /** Returns whether a step may run. */
    boolean begin() {
        if (killed) {
            return false;
        }
        steps++;
        while (!events.isEmpty() && events.firstKey() <= steps) {
            events.pollFirstEntry().getValue().run();
        }
        return !killed;
    }

    /** Returns whether a thread that does not run waits for an action of the simulation or has ended. */
    boolean isSuspended(Runnable continuation) {
        Thread.State state = threads.get(continuation).getState();
        if (state == Thread.State.TERMINATED) {
            threads.remove(continuation);
        }
        return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING || state == Thread.State.TERMINATED;
    }

    /** Returns the threads that have not ended. */
    List<String> live() {
        return threads.values().stream().map(Thread::getName).sorted().toList();
    }
}
