package io.github.domojvm.internal.csv;

import java.util.Arrays;

/** A growing array of bytes to which text and numbers are added in UTF-8. */
class Utf8Bytes {
    private static final int INITIAL_BYTES = 48 << 10;
    /** The length of {@code Long.MIN_VALUE}, and more than the length of a time. */
    private static final int NUMBER_BYTES = 32;

    private static final int MILLION = 1_000_000;

    /** Has room for the bytes of the last {@link #reserve}. */
    byte[] bytes = new byte[INITIAL_BYTES];
    /** The index after the last byte. */
    int end;

    private boolean hasLoneSurrogate;

    /** Returns whether a lone surrogate was replaced with a question mark, since it cannot be encoded. */
    final boolean hasLoneSurrogate() {
        return hasLoneSurrogate;
    }

    final void reserve(int count) {
        if (bytes.length - end < count) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(end, count), bytes.length * 2));
        }
    }

    final void add(char ascii) {
        reserve(1);
        bytes[end] = (byte) ascii;
        end++;
    }

    /** Adds text that is known to be ASCII. */
    final void addAscii(String text) {
        int length = text.length();
        reserve(length);
        for (int i = 0; i < length; i++) {
            bytes[end + i] = (byte) text.charAt(i);
        }
        end += length;
    }

    /**
     * Adds the character at an index, for which {@link #reserve} has made room.
     *
     * @return the index of the next character: a surrogate pair is one
     */
    final int addWide(String text, int index) {
        char c = text.charAt(index);
        if (c < 0x800) {
            bytes[end] = (byte) (0xC0 | (c >> 6));
            end++;
        } else if (!Character.isSurrogate(c)) {
            bytes[end] = (byte) (0xE0 | (c >> 12));
            bytes[end + 1] = following(c >> 6);
            end += 2;
        } else {
            return addSurrogate(text, index);
        }
        bytes[end] = following(c);
        end++;
        return index + 1;
    }

    private int addSurrogate(String text, int index) {
        int point = text.codePointAt(index);
        if (!Character.isSupplementaryCodePoint(point)) {
            hasLoneSurrogate = true;
            bytes[end] = '?';
            end++;
            return index + 1;
        }
        bytes[end] = (byte) (0xF0 | (point >> 18));
        bytes[end + 1] = following(point >> 12);
        bytes[end + 2] = following(point >> 6);
        bytes[end + 3] = following(point);
        end += 4;
        return index + 2;
    }

    private static byte following(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    /** Adds a number divided by a power of ten, with all digits after the point: 5 with scale 2 is 0.05. */
    final void addDecimal(long unscaled, int scale) {
        reserve(NUMBER_BYTES);
        if (unscaled < 0) {
            bytes[end] = '-';
            end++;
        }
        // A negative rest has no overflow for Long.MIN_VALUE.
        long rest = unscaled < 0 ? unscaled : -unscaled;
        int digits = Math.max(digits(rest), scale + 1);
        int point = digits - scale;
        end += digits + (scale > 0 ? 1 : 0);
        int at = end;
        for (int i = digits; i > 0; i--) {
            if (i == point && scale > 0) {
                at--;
                bytes[at] = '.';
            }
            at--;
            long tenth = rest / 10;
            bytes[at] = (byte) ('0' + (tenth * 10 - rest));
            rest = tenth;
        }
    }

    private static int digits(long negative) {
        int digits = 1;
        for (long limit = -10; negative <= limit; limit *= 10) {
            digits++;
            if (digits == 19) {
                break;
            }
        }
        return digits;
    }

    /** Adds a date of the years 0 to 9999. */
    final void addDate(int year, int month, int day) {
        reserve(NUMBER_BYTES);
        addTwo(year / 100);
        addTwo(year % 100);
        addAfter('-', month);
        addAfter('-', day);
    }

    /** Adds a time to the second, or to the millisecond unless that is zero. */
    final void addTime(int hour, int minute, int second, int nano) {
        reserve(NUMBER_BYTES);
        addTwo(hour);
        addAfter(':', minute);
        addAfter(':', second);
        int millis = nano / MILLION;
        if (millis != 0) {
            addAfter('.', millis / 10);
            bytes[end] = (byte) ('0' + millis % 10);
            end++;
        }
    }

    private void addAfter(char separator, int number) {
        bytes[end] = (byte) separator;
        end++;
        addTwo(number);
    }

    private void addTwo(int number) {
        bytes[end] = (byte) ('0' + number / 10);
        bytes[end + 1] = (byte) ('0' + number % 10);
        end += 2;
    }
}
