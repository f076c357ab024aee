package io.github.domojvm.internal.parts;

/** The content of one block to send, compressed or not, with the checksum and size of the uncompressed bytes. */
final class Chunk {
    private final byte[] bytes;
    private final int crc32;
    private final int rawBytes;

    /** The bytes are not copied and must not be changed afterwards. */
    Chunk(byte[] bytes, int crc32, int rawBytes) {
        this.bytes = bytes;
        this.crc32 = crc32;
        this.rawBytes = rawBytes;
    }

    byte[] bytes() {
        return bytes;
    }

    int crc32() {
        return crc32;
    }

    int rawBytes() {
        return rawBytes;
    }
}
