package io.github.domojvm.internal.parts;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A fixed number of equal blocks: raw data in memory is never more than these. Only the cutting thread takes. */
final class BlockPool {
    private static final long CHECK_EVERY_MILLIS = 100;

    private final BlockingQueue<byte[]> free;
    private final int capacity;
    private final int blockSize;
    private int made;

    BlockPool(int capacity, int blockSize) {
        this.free = new ArrayBlockingQueue<>(capacity);
        this.capacity = capacity;
        this.blockSize = blockSize;
    }

    /** Waits for a block; the check throws when none will come back any more. */
    byte[] take(Check check) throws IOException {
        byte @Nullable [] block = free.poll();
        if (block == null && made < capacity) {
            made++;
            return new byte[blockSize];
        }
        while (block == null) {
            check.run();
            try {
                block = free.poll(CHECK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Cutting the CSV input was interrupted");
            }
        }
        return block;
    }

    void give(byte[] block) {
        free.add(block);
    }

    int made() {
        return made;
    }

    /** Says whether waiting still makes sense. */
    @FunctionalInterface
    interface Check {
        void run() throws IOException;
    }
}
