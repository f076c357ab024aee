package io.github.domojvm.internal.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;

/**
 * Records the byte position of the start of each line that the parser has read ahead. A line ends with LF, also inside
 * quotes. Bytes are examined one by one, which is correct for every charset in which LF is a single byte. In such a
 * charset, a zero among the first two bytes indicates UTF-16, as for the cutter of an upload.
 */
final class LinePositions extends FilterInputStream {
    private record Line(long number, long begin) {}

    private final ArrayDeque<Line> lines = new ArrayDeque<>();
    private long position;
    private long line;

    /** The input starts with a line at a position. */
    LinePositions(InputStream in, long line, long position) {
        super(in);
        this.line = line;
        this.position = position;
        lines.add(new Line(line, position));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            see(buffer[i]);
        }
        return count;
    }

    /** Returns the position of a line, in bytes from the start of the input. */
    long of(long number) {
        forgetBefore(number);
        return lines.getFirst().begin;
    }

    /** Removes the positions of earlier lines. Called regularly, so that memory does not grow with the input. */
    void forgetBefore(long number) {
        while (lines.size() > 1 && lines.getFirst().number < number) {
            lines.removeFirst();
        }
    }

    private void see(byte b) throws StrictText.MalformedTextException {
        if (b == 0 && position < 2) {
            throw new StrictText.MalformedTextException("the bytes look like UTF-16", 1, false);
        }
        position++;
        if (b == '\n') {
            line++;
            lines.add(new Line(line, position));
        }
    }
}
