package io.github.domojvm.rest.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
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

    /** Gives the instants of a list of such texts, null for anything else, and when one of them cannot be read. */
    static @Nullable List<Instant> parseAll(@Nullable Object raw) {
        if (!(raw instanceof List<?> texts)) {
            return null;
        }
        List<Instant> instants = new ArrayList<>();
        for (Object text : texts) {
            Instant instant = parse(text);
            if (instant == null) {
                return null;
            }
            instants.add(instant);
        }
        return instants;
    }
}
