package io.github.domojvm.stream;

import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.parts.Part;
import java.io.Serializable;

/**
 * The description of a part: complete rows of CSV without a header line, under a number. A part can be sent any number
 * of times, from any process, and must have the same content each time.
 *
 * @param number the position of its rows in the upload; the first part is 1, and the numbers have no gaps
 * @param firstByte the number of bytes in the parts before this one, before compression
 * @param rows the number of rows; 1 or more
 * @param rawBytes the size of the rows in bytes, before compression
 * @param crc32 the CRC-32 of the rows, before compression
 * @param sentBytes the size of the content as sent, in bytes
 * @param gzip whether the content is compressed
 * @serial exclude
 */
public record UploadPart(int number, long firstByte, long rows, long rawBytes, long crc32, long sentBytes, boolean gzip)
        implements Serializable {
    /**
     * Creates a description.
     *
     * @param number the position of its rows in the upload
     * @param firstByte the number of bytes in the parts before this one
     * @param rows the number of rows
     * @param rawBytes the size of the rows in bytes
     * @param crc32 the CRC-32 of the rows
     * @param sentBytes the size of the content as sent, in bytes
     * @param gzip whether the content is compressed
     * @throws IllegalArgumentException if a number is negative, or if the part has no number or no rows
     */
    public UploadPart {
        Args.positive("number", number);
        Args.positive("rows", rows);
        Args.positive("rawBytes", rawBytes);
        if (firstByte < 0) {
            throw new IllegalArgumentException("firstByte must not be negative: " + firstByte);
        }
        if (crc32 < 0 || crc32 > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("crc32 must be 0 to 4294967295: " + crc32);
        }
        Args.positive("sentBytes", sentBytes);
    }

    static UploadPart of(Part part) {
        return new UploadPart(
                part.number(),
                part.firstByte(),
                part.records(),
                part.rawBytes(),
                part.crc32(),
                part.contentLength(),
                part.gzip());
    }

    /** Returns whether another part consists of the same rows, whatever their compression. */
    boolean hasSameRows(UploadPart other) {
        return firstByte == other.firstByte && rows == other.rows && rawBytes == other.rawBytes && crc32 == other.crc32;
    }
}
