package io.github.domojvm.internal.parts;

/**
 * Parses the bytes of a record according to Domo's grammar, up to its line end. It parses bytes instead of characters:
 * quote, comma, CR and LF are ASCII, and no byte of a multi-byte UTF-8 character equals one of them.
 */
final class RecordGrammar {
    private static final byte QUOTE = '"';
    private static final byte COMMA = ',';
    private static final byte CR = '\r';
    private static final byte LF = '\n';

    private static final int FIELD_START = 0;
    private static final int BARE = 1;
    private static final int QUOTED = 2;
    private static final int CLOSED = 3;
    private static final int AFTER_CR = 4;

    private static final boolean[] PLAIN = new boolean[256];

    static {
        for (int i = 0; i < PLAIN.length; i++) {
            PLAIN[i] = i != QUOTE && i != COMMA && i != CR && i != LF;
        }
    }

    private int state = FIELD_START;
    private int position;
    private int commas;
    private long line;
    private long quoteLine;
    private long quoteOffset;

    RecordGrammar(long line) {
        this.line = line;
    }

    /**
     * Continues from the last position. The loop uses local variables for speed.
     *
     * @param base the source offset of index 0
     * @return true if parsing stopped after a line end, false at the end of the bytes
     */
    boolean walk(byte[] bytes, int from, int end, long base) throws CsvFormatException {
        int now = state;
        int i = from;
        while (i < end) {
            byte c = bytes[i];
            switch (now) {
                case FIELD_START -> {
                    now = BARE;
                    if (c == QUOTE) {
                        now = QUOTED;
                        quoteLine = line;
                        quoteOffset = base + i;
                        i++;
                    }
                }
                case BARE -> {
                    // Letters and digits are greater than the comma, so most bytes need only one comparison.
                    while (c > COMMA || PLAIN[c & 0xFF]) {
                        if (++i == end) {
                            return stop(end, BARE, false);
                        }
                        c = bytes[i];
                    }
                    if (c == COMMA) {
                        commas++;
                        now = FIELD_START;
                    } else if (c == LF) {
                        return stop(i + 1, BARE, true);
                    } else if (c == CR) {
                        now = AFTER_CR;
                    } else {
                        throw fault(
                                base + i,
                                "a quote inside an unquoted field; quote the field and double the quotes inside it");
                    }
                    i++;
                }
                case QUOTED -> {
                    while (c != QUOTE) {
                        if (c == LF) {
                            line++;
                        }
                        if (++i == end) {
                            return stop(end, QUOTED, false);
                        }
                        c = bytes[i];
                    }
                    now = CLOSED;
                    i++;
                }
                case CLOSED -> {
                    if (c == COMMA) {
                        commas++;
                        now = FIELD_START;
                    } else if (c == LF) {
                        return stop(i + 1, CLOSED, true);
                    } else if (c == QUOTE) {
                        now = QUOTED;
                    } else if (c == CR) {
                        now = AFTER_CR;
                    } else {
                        throw fault(
                                base + i,
                                "text after the quote that closes a field opened on line " + quoteLine
                                        + "; double the quotes inside the field");
                    }
                    i++;
                }
                default -> {
                    if (c != LF) {
                        throw carriageReturnAlone(base + i);
                    }
                    return stop(i + 1, AFTER_CR, true);
                }
            }
        }
        return stop(i, now, false);
    }

    /** Starts a record on the next line. */
    void startRecord() {
        state = FIELD_START;
        commas = 0;
        line++;
    }

    /** Skips records whose grammar has been checked. Must be called at the start of a record. */
    void skipTo(long nextLine) {
        line = nextLine;
    }

    /** Returns the index of the first byte that is not yet parsed. */
    int position() {
        return position;
    }

    /** Returns the number of columns found so far in this record. */
    int columns() {
        return commas + 1;
    }

    /** Returns the line of the byte at the position. */
    long line() {
        return line;
    }

    boolean inQuotes() {
        return state == QUOTED;
    }

    /** Returns whether the last byte is a CR that needs an LF, or, after a line end, whether that was CRLF. */
    boolean afterCarriageReturn() {
        return state == AFTER_CR;
    }

    /** Creates a fault at the opening quote of the last quoted field. */
    CsvFormatException quoteNotClosed(String within) {
        return new CsvFormatException(
                "a quote opened here is not closed " + within + "; close it, and double the quotes inside the field",
                quoteLine,
                quoteOffset);
    }

    CsvFormatException carriageReturnAlone(long offsetAfter) {
        return fault(offsetAfter - 1, "a carriage return without a line feed; end records with LF or CRLF");
    }

    private boolean stop(int at, int stateThere, boolean lineEnded) {
        position = at;
        state = stateThere;
        return lineEnded;
    }

    private CsvFormatException fault(long offset, String message) {
        return new CsvFormatException(message, line, offset);
    }
}
