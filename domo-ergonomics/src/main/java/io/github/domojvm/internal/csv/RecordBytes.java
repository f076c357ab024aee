package io.github.domojvm.internal.csv;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Records as CSV in the format that Domo accepts: UTF-8, commas, LF, an unquoted empty field for null and a quoted one
 * for empty text (Domo docs, DataSet API). Text that could be interpreted as null, as a byte order mark or as a comment
 * is quoted. Null in a single column is {@code \\N}, since an empty field would be a blank line.
 */
public final class RecordBytes extends Utf8Bytes {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char COMMENT = '#';
    /** A pair of surrogates has four bytes, and a quote in a quoted field two. */
    private static final int BYTES_OF_CHAR = 3;
    /** The number of characters for which room is reserved together. */
    private static final int PIECE = 4 << 10;

    private static final int ASCII_END = 0x80;

    private int recordStart;
    private int fields;
    private boolean lastIsNull;

    RecordBytes() {}

    /** Drops the fields of a record that has not ended. */
    void startRecord() {
        end = recordStart;
        fields = 0;
    }

    void endRecord() {
        if (fields == 1 && lastIsNull) {
            addAscii(DomoNull.MARK);
        }
        add('\n');
        recordStart = end;
        fields = 0;
    }

    /** Drops all records. */
    void clear() {
        end = 0;
        recordStart = 0;
    }

    /** Adds a field without a value. */
    public void addNull() {
        startField();
        lastIsNull = true;
    }

    /**
     * Adds a field of text, quoted if necessary.
     *
     * @param text the text; null for no value
     */
    public void addText(@Nullable String text) {
        if (text == null) {
            addNull();
            return;
        }
        startField();
        int start = end;
        int length = text.length();
        boolean quoted = length == 0 || isAmbiguous(text);
        if (quoted) {
            add('"');
        }
        int i = 0;
        while (i < length) {
            int stop = Math.min(length, i + PIECE);
            reserve((stop - i + 1) * BYTES_OF_CHAR);
            i = quoted ? addQuoted(text, i, stop) : addPlain(text, i, stop);
            if (i < stop) {
                insertQuote(start);
                quoted = true;
            }
        }
        if (quoted) {
            add('"');
        }
    }

    /**
     * Adds a field with a whole number.
     *
     * @param number the number
     */
    public void addWhole(long number) {
        startField();
        addDecimal(number, 0);
    }

    /**
     * Adds a field with a number that has a fixed number of digits after the point.
     *
     * @param unscaled the digits
     * @param scale the number of digits after the point
     */
    public void addFixed(long unscaled, int scale) {
        startField();
        addDecimal(unscaled, scale);
    }

    /**
     * Adds a field with text that needs no quotes, such as a number.
     *
     * @param text ASCII without syntax of CSV
     */
    public void addPlainText(String text) {
        startField();
        addAscii(text);
    }

    /**
     * Adds a field with a date.
     *
     * @param date a date in the years 0 to 9999
     */
    public void addDate(LocalDate date) {
        startField();
        addDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /**
     * Adds a field with a time, truncated to milliseconds.
     *
     * @param time a time in the years 0 to 9999
     */
    public void addDateTime(LocalDateTime time) {
        startField();
        addDate(time.getYear(), time.getMonthValue(), time.getDayOfMonth());
        add('T');
        addTime(time.getHour(), time.getMinute(), time.getSecond(), time.getNano());
    }

    private void startField() {
        if (fields > 0) {
            add(',');
        }
        fields++;
        lastIsNull = false;
    }

    private boolean isAmbiguous(String text) {
        char first = text.charAt(0);
        return first == BYTE_ORDER_MARK || (first == COMMENT && fields == 1) || text.equals(DomoNull.MARK);
    }

    /** Adds characters up to the first one that requires quotes, and returns its index. */
    private int addPlain(String text, int from, int to) {
        byte[] target = bytes;
        int at = end;
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (c >= ASCII_END) {
                end = at;
                i = addWide(text, i);
                at = end;
            } else if (c <= ',' && isSyntax(c)) {
                break;
            } else {
                target[at] = (byte) c;
                at++;
                i++;
            }
        }
        end = at;
        return i;
    }

    private int addQuoted(String text, int from, int to) {
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (c >= ASCII_END) {
                i = addWide(text, i);
            } else {
                bytes[end] = (byte) c;
                end++;
                if (c == '"') {
                    bytes[end] = '"';
                    end++;
                }
                i++;
            }
        }
        return i;
    }

    private static boolean isSyntax(char c) {
        return c == ',' || c == '"' || c == '\n' || c == '\r';
    }

    private void insertQuote(int start) {
        reserve(1);
        System.arraycopy(bytes, start, bytes, start + 1, end - start);
        bytes[start] = '"';
        end++;
    }
}
