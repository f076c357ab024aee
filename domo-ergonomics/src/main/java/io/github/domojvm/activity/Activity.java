package io.github.domojvm.activity;

import io.github.domojvm.rest.model.ActivityLogEntry;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did.
 *
 * @param entry the entry as the service has it, its time as text
 * @param time when it happened, empty when the text of the entry is no time that is known
 */
public record Activity(ActivityLogEntry entry, Optional<Instant> time) {
    /** The form of Domo docs (Activity Log API), which has no zone; UTC, as users of an R client found. */
    private static final DateTimeFormatter DOMO = DateTimeFormatter.ofPattern("uuuu-MM-dd hh:mm:ss a", Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    static Activity from(ActivityLogEntry entry) {
        return new Activity(entry, parse(entry.time()));
    }

    private static Optional<Instant> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(text, DOMO).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notDomos) {
            // domo-rust-sdk reads an instant.
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException unknown) {
                return Optional.empty();
            }
        }
    }
}
