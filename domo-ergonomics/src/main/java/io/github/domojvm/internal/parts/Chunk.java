package io.github.domojvm.internal.parts;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The content of one block to send, with the checksum and size of the uncompressed bytes. Either the bytes of deflate
 * blocks or, if not compressed, the content itself.
 */
final class Chunk {
    /** The maximum size of a stored block (RFC 1951). */
    private static final int STORED_BYTES = 0xFFFF;

    private static final int STORED_HEADER_BYTES = 5;

    private final byte[] bytes;
    private final boolean compressed;
    private final int crc32;
    private final int rawBytes;

    /** The bytes are not copied and must not be changed afterwards. */
    Chunk(byte[] bytes, boolean compressed, int crc32, int rawBytes) {
        this.bytes = bytes;
        this.compressed = compressed;
        this.crc32 = crc32;
        this.rawBytes = rawBytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Returns the content as deflate blocks, of which none is marked as the last. */
    byte[] deflated() {
        if (compressed) {
            return bytes;
        }
        int blocks = (bytes.length + STORED_BYTES - 1) / STORED_BYTES;
        ByteBuffer stored =
                ByteBuffer.allocate(bytes.length + blocks * STORED_HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < bytes.length; from += STORED_BYTES) {
            int length = Math.min(STORED_BYTES, bytes.length - from);
            stored.put((byte) 0)
                    .putShort((short) length)
                    .putShort((short) ~length)
                    .put(bytes, from, length);
        }
        return stored.array();
    }

    int crc32() {
        return crc32;
    }

    int rawBytes() {
        return rawBytes;
    }
}
