package io.github.domojvm.stream;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The content of a response with the time at which the service sent it, which is independent of the local clock.
 *
 * @param content the content; null if there is none
 * @param sent the header {@code Date}, which has a resolution of one second; null if it is absent or malformed
 */
record Dated<T>(@Nullable T content, @Nullable Instant sent) {
    static <T> Dated<T> of(@Nullable T content, @Nullable String date) {
        return new Dated<>(content, date == null ? null : parse(date));
    }

    private static @Nullable Instant parse(String date) {
        try {
            return ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
