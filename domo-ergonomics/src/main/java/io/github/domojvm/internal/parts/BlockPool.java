package io.github.domojvm.internal.parts;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A fixed number of blocks, which limits the uncompressed data in memory. Only the cutting thread takes blocks. */
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

    /** Waits for a free block. The check throws if no block will be returned to the pool. */
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

    /** Throws if waiting for a block is pointless. */
    @FunctionalInterface
    interface Check {
        void run() throws IOException;
    }
}
