package io.github.domojvm.internal.parts;

import java.util.Arrays;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Compresses one block so that the concatenated results of adjacent blocks are one deflate stream, as in pigz. Every
 * result ends at a byte boundary, and none is marked as the last: the trailer of the part has the last block.
 */
final class BlockDeflater {
    /** The size of the deflate window. */
    static final int WINDOW_BYTES = 32 * 1024;

    private final Deflater deflater;
    private byte[] output = new byte[1024];

    BlockDeflater(Deflater deflater) {
        this.deflater = deflater;
    }

    Chunk deflate(byte[] block, int from, int to, byte @Nullable [] dictionary, int level) {
        deflater.reset();
        deflater.setLevel(level);
        // The first call after a change of the level only applies the level. It must not be the call that compresses.
        int length = deflater.deflate(output, 0, output.length, Deflater.NO_FLUSH);
        if (dictionary != null) {
            deflater.setDictionary(dictionary);
        }
        deflater.setInput(block, from, to - from);
        while (true) {
            length += deflater.deflate(output, length, output.length - length, Deflater.SYNC_FLUSH);
            if (length < output.length) {
                return new Chunk(Arrays.copyOf(output, length), true, Crc32.of(block, from, to), to - from);
            }
            output = Arrays.copyOf(output, output.length * 2);
        }
    }

    void end() {
        deflater.end();
    }
}
