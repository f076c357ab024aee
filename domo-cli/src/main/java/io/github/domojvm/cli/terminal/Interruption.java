package io.github.domojvm.cli.terminal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Ctrl-C. The JVM is about to end then; this holds it up for as long as the command needs to put things in order: to
 * abort an execution, to remove a partial file, to say how it ended.
 */
public final class Interruption {
    private static final long PATIENCE_SECONDS = 20;

    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private Runnable action;
    private volatile boolean arrived;

    public Interruption(Thread command) {
        this.action = command::interrupt;
    }

    /** Works; meanwhile Ctrl-C does this instead of interrupting the command's thread. */
    public <T> T answeredBy(Runnable action, Supplier<T> work) {
        Runnable before = current();
        set(action);
        try {
            return work.get();
        } finally {
            set(before);
        }
    }

    /** Works on what leaves nothing behind and cannot be interrupted; Ctrl-C ends the JVM at once meanwhile. */
    public <T> T endingAtOnce(Supplier<T> work) {
        return answeredBy(this::finished, work);
    }

    /** Called on the thread that ends the JVM, whatever the reason; returns when the command has ended. */
    public void arrive() {
        if (finished.isDone()) {
            return;
        }
        arrived = true;
        current().run();
        try {
            finished.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // The JVM ends with the command still at work.
        }
    }

    /** Whether Ctrl-C came while the command ran, so that a failure is told as what was stopped. */
    public boolean arrived() {
        return arrived;
    }

    /** The command has ended and said so. */
    public void finished() {
        finished.complete(null);
    }

    private synchronized Runnable current() {
        return action;
    }

    private synchronized void set(Runnable action) {
        this.action = action;
    }
}
