package io.github.domojvm.matrix;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process uses.
 *
 * @param heapMiB the heap after a garbage collection
 * @param descriptors the open files and connections; 0 where the system does not count them
 * @param connections the connections of the client
 */
record Resources(long heapMiB, int threads, long descriptors, int connections) {
    static Resources of(Wire wire) {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        long descriptors = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
        return new Resources(
                heap, threads, descriptors, wire.http().connectionPool().connectionCount());
    }
}
