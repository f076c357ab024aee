package io.github.domojvm.benchmarks.sink;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The uplink that all connections share. Thread-safe. */
final class Line {
    private final long bytesPerSecond;
    private long free = System.nanoTime();

    /** Creates a line; a rate of 0 means no limit. */
    Line(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    boolean isLimited() {
        return bytesPerSecond > 0;
    }

    /** Waits until the line has transmitted these bytes after those of earlier calls. */
    void transmit(long bytes) {
        if (bytesPerSecond == 0) {
            return;
        }
        long end = reserve(bytes);
        for (long wait = end - System.nanoTime(); wait > 0; wait = end - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }

    private synchronized long reserve(long bytes) {
        free = Math.max(free, System.nanoTime()) + bytes * TimeUnit.SECONDS.toNanos(1) / bytesPerSecond;
        return free;
    }
}
