package io.github.domojvm.internal.parts;

import io.github.domojvm.internal.csv.DomoNull;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The reference for all readers: reads CSV character by character from the complete text, without blocks. */
final class ReferenceReader {
    /**
     * A record.
     *
     * @param line the line on which it starts, from 1
     * @param raw its text, including the line end
     * @param fields the text of the fields without quotes
     * @param values the same, with null for the unquoted fields that represent null
     */
    record Row(long line, String raw, List<String> fields, List<String> values) {}

    /** The rows of an input, or the position of its first fault. */
    record Reading(List<Row> rows, String fault) {}

    private final String text;
    private final int markBytes;
    private final boolean malformed;
    private final List<Row> rows = new ArrayList<>();
    private int at;
    private long line = 1;

    private ReferenceReader(String text, int markBytes, boolean malformed) {
        this.text = text;
        this.markBytes = markBytes;
        this.malformed = malformed;
    }

    static Reading read(byte[] bytes, int columns) {
        String start = HexFormat.of().formatHex(bytes, 0, Math.min(2, bytes.length));
        if (start.matches("fffe|feff|00.*|..00")) {
            return new Reading(List.of(), "1:0");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        String text = chars.flip().toString();
        boolean mark = text.startsWith("\uFEFF");
        ReferenceReader reader =
                new ReferenceReader(mark ? text.substring(1) : text, mark ? 3 : 0, result.isMalformed());
        String fault = reader.readAll(columns);
        return new Reading(reader.rows, fault);
    }

    private String readAll(int columns) {
        int width = columns;
        String blank = null;
        while (at < text.length()) {
            if (blank != null && !"\r\n".contains(text.substring(at, at + 1))) {
                return blank;
            }
            int start = at;
            long startLine = line;
            List<String> fields = new ArrayList<>();
            List<String> values = new ArrayList<>();
            String fault = readFields(fields, values);
            if (fault != null) {
                return fault;
            }
            String raw = text.substring(start, at);
            boolean empty = raw.equals("\n") || raw.equals("\r\n");
            if (empty && width != 1) {
                blank = blank == null ? place(startLine, start) : blank;
                continue;
            }
            width = width == 0 ? fields.size() : width;
            if (fields.size() != width) {
                return place(startLine, start);
            }
            rows.add(new Row(startLine, raw.endsWith("\n") ? raw : raw + "\n", fields, values));
        }
        return malformed ? (blank == null ? place(line, at) : blank) : null;
    }

    /** Reads up to and including the line ending. */
    private String readFields(List<String> fields, List<String> values) {
        while (true) {
            StringBuilder field = new StringBuilder();
            boolean quoted = peek() == '"';
            String fault = quoted ? readQuoted(field) : readBare(field);
            if (fault != null) {
                return fault;
            }
            String content = field.toString();
            fields.add(content);
            values.add(!quoted && DomoNull.FIELDS.contains(content) ? null : content);
            switch (peek()) {
                case ',' -> at++;
                case '\n' -> {
                    at++;
                    line++;
                    return null;
                }
                case '\r' -> {
                    if (!text.startsWith("\r\n", at)) {
                        return place(line, at);
                    }
                    at += 2;
                    line++;
                    return null;
                }
                case -1 -> {
                    return malformed ? place(line, at) : null;
                }
                default -> {
                    return place(line, at);
                }
            }
        }
    }

    private String readBare(StringBuilder field) {
        while (",\r\n\"".indexOf(peek()) < 0 && peek() >= 0) {
            field.append((char) peek());
            at++;
        }
        return peek() == '"' ? place(line, at) : null;
    }

    private String readQuoted(StringBuilder field) {
        long openedLine = line;
        int opened = at;
        at++;
        while (peek() >= 0) {
            if (text.startsWith("\"\"", at)) {
                field.append('"');
                at += 2;
            } else if (peek() == '"') {
                at++;
                return null;
            } else {
                line += peek() == '\n' ? 1 : 0;
                field.append((char) peek());
                at++;
            }
        }
        return malformed ? place(line, at) : place(openedLine, opened);
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : -1;
    }

    private String place(long lineOfIt, int index) {
        return lineOfIt + ":" + (markBytes + text.substring(0, index).getBytes(StandardCharsets.UTF_8).length);
    }
}
