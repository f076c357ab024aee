package io.github.domojvm.internal.parts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** A pool of deflaters. Each uses about 256 KiB outside the heap until it is ended. */
final class DeflaterPool implements AutoCloseable {
    private final Supplier<Deflater> maker;
    private final Deque<BlockDeflater> idle = new ArrayDeque<>();
    private boolean closed;

    DeflaterPool(Supplier<Deflater> maker) {
        this.maker = maker;
    }

    Chunk deflate(byte[] block, int from, int to, byte @Nullable [] dictionary, int level) {
        BlockDeflater deflater = take();
        try {
            return deflater.deflate(block, from, to, dictionary, level);
        } finally {
            give(deflater);
        }
    }

    /** Ends the idle deflaters immediately, and the others when they are returned. */
    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(BlockDeflater::end);
        idle.clear();
    }

    private BlockDeflater take() {
        synchronized (this) {
            BlockDeflater deflater = idle.poll();
            if (deflater != null) {
                return deflater;
            }
        }
        return new BlockDeflater(maker.get());
    }

    private synchronized void give(BlockDeflater deflater) {
        if (closed) {
            deflater.end();
        } else {
            idle.push(deflater);
        }
    }
}
