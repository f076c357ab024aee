package io.github.domojvm.internal.csv;

/** The form of numbers in CSV. */
final class PlainNumber {
    /** Every whole number with so few digits has 64 bits. */
    private static final int DIGITS_OF_LONG = 18;

    private static final int MOST_DIGITS = 19;
    private static final int MOST_EXPONENT_DIGITS = 9;

    private PlainNumber() {}

    /** Returns whether the text is a whole number of 64 bits: digits after an optional sign, at most 19. */
    static boolean isWhole(String text) {
        int from = afterSign(text, 0);
        int digits = afterDigits(text, from) - from;
        if (from + digits != text.length() || digits == 0 || digits > MOST_DIGITS) {
            return false;
        }
        return digits <= DIGITS_OF_LONG || isLong(text);
    }

    private static boolean isLong(String text) {
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException tooLarge) {
            return false;
        }
    }

    /** Returns whether the text is {@code [+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,9})?}. */
    static boolean isNumber(String text) {
        int from = afterSign(text, 0);
        int point = afterDigits(text, from);
        int end = point;
        if (end < text.length() && text.charAt(end) == '.') {
            end = afterDigits(text, end + 1);
            if (point == from && end == point + 1) {
                return false;
            }
        }
        return end > from && (end == text.length() || isExponent(text, end));
    }

    private static boolean isExponent(String text, int index) {
        char c = text.charAt(index);
        int from = afterSign(text, index + 1);
        int digits = afterDigits(text, from) - from;
        return (c == 'e' || c == 'E') && digits > 0 && digits <= MOST_EXPONENT_DIGITS && from + digits == text.length();
    }

    private static int afterSign(String text, int index) {
        boolean signed = index < text.length() && (text.charAt(index) == '-' || text.charAt(index) == '+');
        return signed ? index + 1 : index;
    }

    private static int afterDigits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }
}
