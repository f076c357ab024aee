package io.github.domojvm.internal.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** The bytes of a journal, as they are written. */
final class JournalText {
    static final String NAME = "domo-upload-journal";
    static final int VERSION = 1;
    static final String HEADER = NAME + " " + VERSION + "\n";

    /** Every page size is a multiple of it. */
    static final int PAGE = 4096;

    /** A longer line is not read, so that a foreign file does not fill the memory. */
    static final int LONGEST_LINE = 1 << 20;

    private JournalText() {}

    /** Returns the content of a new journal. */
    static byte[] start(JournalRecord first) {
        byte[] header = HEADER.getBytes(UTF_8);
        byte[] record = line(1, first);
        if (record.length > LONGEST_LINE) {
            throw new IllegalArgumentException("first must have at most " + LONGEST_LINE
                    + " bytes as a line of the journal: it has " + record.length);
        }
        byte[] content = Arrays.copyOf(header, header.length + record.length);
        System.arraycopy(record, 0, content, header.length, record.length);
        return content;
    }

    /** Returns the bytes that append a record to a journal of a size. */
    static byte[] next(long size, long sequence, JournalRecord record) {
        byte[] line = line(sequence, record);
        if (line.length > PAGE) {
            throw new IllegalArgumentException(
                    "record must have at most " + PAGE + " bytes as a line of the journal: it has " + line.length);
        }
        int free = PAGE - (int) (size % PAGE);
        if (line.length <= free) {
            return line;
        }
        byte[] padded = new byte[free + line.length];
        Arrays.fill(padded, 0, free - 1, (byte) ' ');
        padded[free - 1] = '\n';
        System.arraycopy(line, 0, padded, free, line.length);
        return padded;
    }

    /** Returns the checksum of the first bytes of a line, as it is written. */
    static String checksum(byte[] line, int length) {
        CRC32C crc = new CRC32C();
        crc.update(line, 0, length);
        return " #" + HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static byte[] line(long sequence, JournalRecord record) {
        StringBuilder text = new StringBuilder().append(sequence).append(' ').append(record.type());
        record.fields()
                .forEach((name, value) ->
                        text.append(' ').append(name).append('=').append(ValueText.escape(value)));
        byte[] bytes = text.toString().getBytes(UTF_8);
        byte[] end = (checksum(bytes, bytes.length) + "\n").getBytes(UTF_8);
        byte[] line = Arrays.copyOf(bytes, bytes.length + end.length);
        System.arraycopy(end, 0, line, bytes.length, end.length);
        return line;
    }
}
