package io.github.domojvm;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The default threads of uploads: daemon threads that are created on demand and end when idle. */
final class UploadThreads {
    /** The maximum number of parts in flight. */
    public static final int MAX = 16;

    private UploadThreads() {}

    /**
     * Creates a pool.
     *
     * @return the pool; the caller must shut it down
     */
    public static ExecutorService start() {
        AtomicInteger count = new AtomicInteger();
        // The queue is unbounded: each upload limits its parts in flight.
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
