package io.github.domojvm.stream;

import java.time.Duration;

/** Formats durations for messages. */
final class DurationText {
    private DurationText() {}

    /**
     * Returns a duration in whole seconds, rounded up, such as {@code 1 h 30 min}, {@code 11 min 40 s} or {@code 5 s}.
     */
    static String of(Duration duration) {
        Duration rounded = duration.plusNanos(999_999_999);
        StringBuilder text = new StringBuilder();
        append(text, rounded.toHours(), "h");
        append(text, rounded.toMinutesPart(), "min");
        append(text, rounded.toSecondsPart(), "s");
        return text.isEmpty() ? "0 s" : text.toString();
    }

    private static void append(StringBuilder text, long number, String unit) {
        if (number > 0) {
            text.append(text.isEmpty() ? "" : " ").append(number).append(' ').append(unit);
        }
    }
}
