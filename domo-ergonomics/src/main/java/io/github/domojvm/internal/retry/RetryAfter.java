package io.github.domojvm.internal.retry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses the header {@code Retry-After}: seconds or a date (RFC 9110, section 10.2.3). */
public final class RetryAfter {
    private RetryAfter() {}

    /**
     * Returns the wait that the service requests.
     *
     * @param retryAfter the header's value, null if it is absent
     * @param date the value of the header {@code Date} of the same response, null if it is absent. A date in
     *     {@code Retry-After} is compared with it, so that the result does not depend on the local clock
     * @return the wait, never negative; empty if there is none or it is malformed
     */
    public static Optional<Duration> parse(@Nullable String retryAfter, @Nullable String date) {
        if (retryAfter == null) {
            return Optional.empty();
        }
        String text = retryAfter.strip();
        if (!text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        if (date == null) {
            return Optional.empty();
        }
        try {
            Duration wait = Duration.between(httpDate(date), httpDate(text));
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ZonedDateTime httpDate(String text) {
        return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
    }
}
