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
 * An entry of the Activity Log.
 *
 * @param entry the entry as returned by the service, with its time as text
 * @param time the time of the activity; empty if the time of the entry has an unknown format
 */
public record Activity(ActivityLogEntry entry, Optional<Instant> time) {
    /** The format of Domo docs (Activity Log API), without a zone; users of an R client found it to be UTC. */
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
        } catch (DateTimeException notDomoFormat) {
            // domo-rust-sdk parses an instant.
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException unknown) {
                return Optional.empty();
            }
        }
    }
}
