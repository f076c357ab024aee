package io.github.domojvm.rest.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads the service's timestamps; one that cannot be read must not cost the caller the whole answer. */
final class Timestamps {
    private Timestamps() {}

    /** Gives the instant of an ISO-8601 text with an offset, null for anything else. */
    static @Nullable Instant parse(@Nullable Object raw) {
        if (!(raw instanceof String text)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
