package io.github.domojvm.internal.parts;

import java.util.Arrays;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Compresses one block so that the results of neighbouring blocks, joined, are one deflate stream: the scheme of pigz.
 * Every result ends at a byte border and none is marked as the last; the part's trailer does that.
 */
final class BlockDeflater {
    /** How far deflate looks back. */
    static final int WINDOW_BYTES = 32 * 1024;

    private final Deflater deflater;
    private byte[] output = new byte[1024];

    BlockDeflater(Deflater deflater) {
        this.deflater = deflater;
    }

    Chunk deflate(byte[] block, int from, int to, byte @Nullable [] dictionary, int level) {
        deflater.reset();
        deflater.setLevel(level);
        // The call that puts a new level into force does nothing else; it must not be the one that compresses.
        int length = deflater.deflate(output, 0, output.length, Deflater.NO_FLUSH);
        if (dictionary != null) {
            deflater.setDictionary(dictionary);
        }
        deflater.setInput(block, from, to - from);
        while (true) {
            length += deflater.deflate(output, length, output.length - length, Deflater.SYNC_FLUSH);
            if (length < output.length) {
                return new Chunk(Arrays.copyOf(output, length), Crc32.of(block, from, to), to - from);
            }
            output = Arrays.copyOf(output, output.length * 2);
        }
    }

    void end() {
        deflater.end();
    }
}
