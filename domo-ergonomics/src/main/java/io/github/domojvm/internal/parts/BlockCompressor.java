package io.github.domojvm.internal.parts;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Compresses blocks. Each block is one task of the executor, and no task waits for another. */
final class BlockCompressor {
    private final Executor executor;
    private final BlockPool blocks;
    private final DeflaterPool deflaters;
    private final OpenParts parts;

    BlockCompressor(Executor executor, BlockPool blocks, DeflaterPool deflaters, OpenParts parts) {
        this.executor = executor;
        this.blocks = blocks;
        this.deflaters = deflaters;
        this.parts = parts;
    }

    byte[] newBlock() throws IOException {
        return blocks.take(this::checkAlive);
    }

    /** Submits a block, which the caller must not use afterwards. Level 0 does not compress it. */
    CompletableFuture<Chunk> submit(byte[] block, int from, int to, byte @Nullable [] dictionary, int level) {
        if (level == 0) {
            Chunk chunk = new Chunk(Arrays.copyOfRange(block, from, to), false, Crc32.of(block, from, to), to - from);
            blocks.give(block);
            return CompletableFuture.completedFuture(chunk);
        }
        CompletableFuture<Chunk> result = new CompletableFuture<>();
        try {
            executor.execute(() -> compress(block, from, to, dictionary, level, result));
        } catch (RuntimeException | Error e) {
            // A pool that cannot start a thread throws an Error. A part that cannot be sent for this reason fails
            // alike.
            throw new RejectedExecutionException("The executor rejected a block to compress: " + e, e);
        }
        return result;
    }

    private void compress(
            byte[] block, int from, int to, byte @Nullable [] dictionary, int level, CompletableFuture<Chunk> result) {
        Chunk chunk;
        try {
            chunk = deflaters.deflate(block, from, to, dictionary, level);
        } catch (RuntimeException | Error e) {
            parts.fail(new IOException("Compressing a block failed: " + e, e));
            return;
        } finally {
            blocks.give(block);
        }
        result.complete(chunk);
    }

    private void checkAlive() throws IOException {
        parts.check();
        if (executor instanceof ExecutorService service && service.isShutdown()) {
            throw new IOException("The executor that compresses the blocks was shut down");
        }
    }
}
