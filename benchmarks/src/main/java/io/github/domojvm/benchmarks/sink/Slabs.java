package io.github.domojvm.benchmarks.sink;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reused memory for bodies, outside the heap, so that storing a body costs hardly more than discarding it. Thread-safe.
 */
final class Slabs {
    static final int BYTES = 1024 * 1024;

    private final Deque<ByteBuffer> idle = new ArrayDeque<>();

    ByteBuffer take() {
        synchronized (this) {
            ByteBuffer slab = idle.poll();
            if (slab != null) {
                return slab.clear();
            }
        }
        return ByteBuffer.allocateDirect(BYTES);
    }

    synchronized void release(Iterable<ByteBuffer> slabs) {
        slabs.forEach(idle::push);
    }
}
