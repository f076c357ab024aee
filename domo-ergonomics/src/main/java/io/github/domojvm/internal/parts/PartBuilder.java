package io.github.domojvm.internal.parts;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Builds a part from blocks. */
final class PartBuilder {
    /** Magic number, deflate, no flags, no time, no hint, unknown system (RFC 1952). */
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    /** The size of an empty last block, the checksum and the size field. */
    private static final int GZIP_TRAILER_BYTES = 10;

    private final BlockCompressor compressor;
    private final IntSupplier gzipLevel;
    private final List<CompletableFuture<Chunk>> chunks = new ArrayList<>();
    private byte @Nullable [] dictionary;
    /** Negative until the first block is added. */
    private int level = -1;

    private long firstLine;
    private long records;
    private long rawBytes;

    PartBuilder(BlockCompressor compressor, IntSupplier gzipLevel) {
        this.compressor = compressor;
        this.gzipLevel = gzipLevel;
    }

    /** Returns the compression level of the part, which is determined by the first call. */
    int level() {
        if (level < 0) {
            level = PartOptions.checkLevel(gzipLevel.getAsInt());
        }
        return level;
    }

    void addBlock(byte[] block, int from, int to) {
        byte @Nullable [] before = dictionary;
        if (level() > 0) {
            dictionary = Arrays.copyOfRange(block, Math.max(from, to - BlockDeflater.WINDOW_BYTES), to);
        }
        chunks.add(compressor.submit(block, from, to, before, level));
        rawBytes += to - from;
    }

    void addRecord(long line) {
        if (records == 0) {
            firstLine = line;
        }
        records++;
    }

    /** Adds records after the first one. */
    void addRecords(long more) {
        records += more;
    }

    /** Removes the last record, which must not be the first one. */
    void removeRecord() {
        records--;
    }

    /**
     * Moves the blocks of another builder to this one. The first of them was compressed without a dictionary, so it can
     * follow any block. If only one of both compresses, the blocks of the other are stored without compression.
     */
    void append(PartBuilder other) {
        level = Math.max(level(), other.level());
        chunks.addAll(other.chunks);
        rawBytes += other.rawBytes;
        dictionary = other.dictionary;
    }

    long records() {
        return records;
    }

    /** Returns the number of bytes in the added blocks, without the block that is being filled. */
    long rawBytes() {
        return rawBytes;
    }

    PendingPart build(int number, long firstByte, int columns) {
        CompletableFuture<Part> ready = CompletableFuture.allOf(chunks.toArray(CompletableFuture[]::new))
                .thenApply(done -> assemble(number, firstByte, columns));
        return new PendingPart(number, firstLine, records, rawBytes, ready);
    }

    private Part assemble(int number, long firstByte, int columns) {
        List<byte[]> content = new ArrayList<>();
        int crc = 0;
        boolean gzip = level > 0;
        if (gzip) {
            content.add(GZIP_HEADER);
        }
        for (CompletableFuture<Chunk> future : chunks) {
            Chunk chunk = future.join();
            content.add(gzip ? chunk.deflated() : chunk.bytes());
            crc = Crc32.combine(crc, chunk.crc32(), chunk.rawBytes());
        }
        if (gzip) {
            content.add(trailer(crc));
        }
        return new Part(number, firstByte, firstLine, records, rawBytes, crc, columns, level, content);
    }

    private byte[] trailer(int crc) {
        return ByteBuffer.allocate(GZIP_TRAILER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 3)
                .putInt(crc)
                .putInt((int) rawBytes)
                .array();
    }
}
