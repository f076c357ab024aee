package io.github.domojvm;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that uploads use when the caller gives none: made at need, gone when idle, no reason for a JVM to stay.
 */
final class UploadThreads {
    /** How many parts can be in flight at once on them. */
    public static final int MAX = 16;

    private UploadThreads() {}

    /**
     * Makes a pool.
     *
     * @return the pool, to be shut down by the caller
     */
    public static ExecutorService start() {
        AtomicInteger count = new AtomicInteger();
        // The queue has no bound of its own: each upload bounds what it has in flight.
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(MAX, MAX, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "domo-part-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
