package io.github.domojvm.internal.journal;

import java.util.HexFormat;

/** Escapes values, so that a line contains no other space, equals sign and line break than its own. */
final class ValueText {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private ValueText() {}

    static String escape(String value) {
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            if (i + 1 < value.length() && Character.isSurrogatePair(unit, value.charAt(i + 1))) {
                text.append(unit).append(value.charAt(++i));
            } else if (isPlain(unit)) {
                text.append(unit);
            } else if (unit < 0x100) {
                text.append('%').append(HEX.toHexDigits((byte) unit));
            } else {
                text.append("%u").append(HEX.toHexDigits(unit));
            }
        }
        return text.toString();
    }

    /** Throws an IllegalArgumentException if the text is not the result of {@link #escape}. */
    static String unescape(String text) {
        StringBuilder value = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char unit = text.charAt(i++);
            if (unit == '%') {
                boolean isWide = text.startsWith("u", i);
                int start = isWide ? i + 1 : i;
                int end = start + (isWide ? 4 : 2);
                if (end > text.length()) {
                    throw new IllegalArgumentException("incomplete escape sequence");
                }
                value.append((char) HexFormat.fromHexDigits(text, start, end));
                i = end;
            } else {
                value.append(unit);
            }
        }
        return value.toString();
    }

    /** Unpaired surrogates have no UTF-8 form. Format characters could reverse or hide text on a terminal. */
    private static boolean isPlain(char unit) {
        return unit != '%'
                && unit != '='
                && !Character.isISOControl(unit)
                && !Character.isSpaceChar(unit)
                && !Character.isSurrogate(unit)
                && Character.getType(unit) != Character.FORMAT;
    }
}
