package io.github.domojvm.cli.terminal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Handles Ctrl-C. Delays the exit of the JVM until the command has cleaned up: until it has aborted its execution,
 * removed a partial file and reported the result. Requests end within a second; the delay is limited to two, since a
 * file whose read does not return cannot be interrupted.
 */
public final class Interruption {
    private static final long CLEANUP_SECONDS = 2;

    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private Runnable action;
    private volatile boolean arrived;

    public Interruption(Thread command) {
        this.action = command::interrupt;
    }

    /**
     * Runs work during which Ctrl-C runs {@code action} instead of interrupting the command's thread. If Ctrl-C arrived
     * before, its interrupt is replaced by the action.
     */
    public <T> T handledBy(Runnable action, Supplier<T> work) {
        Runnable before = set(action);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    /** Runs work that cannot be interrupted and needs no cleanup. Meanwhile, Ctrl-C exits the JVM immediately. */
    public <T> T exitingImmediately(Supplier<T> work) {
        return handledBy(this::finished, work);
    }

    /** Called by the shutdown hook, whatever the reason of the exit. Returns when the command has ended. */
    public void arrive() {
        if (finished.isDone()) {
            return;
        }
        act();
        try {
            finished.get(CLEANUP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // The JVM exits although the command is still running.
        }
    }

    /**
     * Returns whether Ctrl-C arrived while the command was running, so that its failure is reported as an interruption.
     */
    public boolean arrived() {
        return arrived;
    }

    /** Marks the command as ended, after it has printed its result. */
    public void finished() {
        finished.complete(null);
    }

    /** Actions do not block. */
    private synchronized void act() {
        arrived = true;
        action.run();
    }

    private synchronized Runnable set(Runnable next) {
        Runnable before = action;
        action = next;
        if (arrived && Thread.interrupted()) {
            next.run();
        }
        return before;
    }

    private synchronized void restore(Runnable before) {
        action = before;
    }
}
