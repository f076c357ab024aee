package io.github.domojvm.benchmarks.client;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** The bytes that all threads allocate from now on. Threads that end meanwhile are not counted. */
public final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long before;

    private Allocation(long before) {
        this.before = before;
    }

    /**
     * Begins a measurement.
     *
     * @return the measurement
     */
    public static Allocation start() {
        return new Allocation(allocated());
    }

    /**
     * Returns the bytes since the start.
     *
     * @return the bytes
     */
    public long bytes() {
        return allocated() - before;
    }

    private static long allocated() {
        long[] bytes = THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds());
        return Arrays.stream(bytes).filter(count -> count > 0).sum();
    }
}
