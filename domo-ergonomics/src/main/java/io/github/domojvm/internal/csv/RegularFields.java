package io.github.domojvm.internal.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts the bytes of fields to text, and unquoted fields that represent null to null. */
final class RegularFields {
    private static final char REPLACEMENT = '\uFFFD';

    private final Set<String> nulls;
    private final @Nullable String empty;
    private final String quote;
    /** The first bytes of the fields that represent null. */
    private final boolean[] nullStarts = new boolean[256];

    private final int longestNull;
    private List<@Nullable String> values = List.of();

    RegularFields(CsvFormat format) {
        nulls = format.nulls();
        empty = nulls.contains("") ? null : "";
        quote = String.valueOf(format.quote());
        int longest = 0;
        for (String mark : nulls) {
            byte[] bytes = mark.getBytes(StandardCharsets.UTF_8);
            longest = Math.max(longest, bytes.length);
            if (bytes.length > 0) {
                nullStarts[bytes[0] & 0xff] = true;
            }
        }
        longestNull = longest;
    }

    void start(int width) {
        values = new ArrayList<>(Math.max(width, 1));
    }

    int count() {
        return values.size();
    }

    List<@Nullable String> values() {
        return values;
    }

    /** Adds an unquoted field. Returns false if it is not valid UTF-8. */
    boolean add(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            values.add(empty);
            return true;
        }
        String value = decode(bytes, from, length);
        boolean absent = length <= longestNull && nullStarts[bytes[from] & 0xff] && nulls.contains(value);
        values.add(absent ? null : value);
        return isValid(value, bytes, from, length);
    }

    /** Adds the content of a quoted field. Returns false if it is not valid UTF-8. */
    boolean addQuoted(byte[] bytes, int from, int to, boolean escaped) {
        String value = decode(bytes, from, to - from);
        values.add(escaped ? value.replace(quote + quote, quote) : value);
        return isValid(value, bytes, from, to - from);
    }

    private static String decode(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    /** Malformed bytes are decoded as a character that valid text can contain as well. */
    private static boolean isValid(String value, byte[] bytes, int from, int length) {
        if (value.indexOf(REPLACEMENT) < 0) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
