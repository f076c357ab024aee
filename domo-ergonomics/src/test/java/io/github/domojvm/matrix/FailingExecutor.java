package io.github.domojvm.matrix;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of uploads, which can run out of threads or memory. */
final class FailingExecutor implements Executor, AutoCloseable {
    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Failure failure = Failure.NONE;

    /** What happens to a task. */
    enum Failure {
        NONE,
        /** The executor accepts no task. */
        REJECTED,
        /** No thread can be started, as {@link Thread#start} reports it. */
        NO_THREAD
    }

    /** Lets all later tasks fail, and counts them. */
    void fail(Failure how) {
        failure = how;
    }

    int failures() {
        return failures.get();
    }

    @Override
    public void execute(Runnable task) {
        if (failure == Failure.NONE) {
            threads.execute(task);
            return;
        }
        failures.incrementAndGet();
        if (failure == Failure.REJECTED) {
            throw new RejectedExecutionException("no more tasks");
        }
        throw new OutOfMemoryError("unable to create native thread");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
