package io.github.domojvm.internal.parts;

/** One block as it will be sent, compressed or not, with what the part needs to know of its raw bytes. */
final class Chunk {
    private final byte[] bytes;
    private final int crc32;
    private final int rawBytes;

    /** The bytes are kept, not copied, and must not change any more. */
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
