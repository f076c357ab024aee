package io.github.domojvm.rest.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the timestamps of the service. A malformed timestamp does not make the response unreadable. */
final class Timestamps {
    private Timestamps() {}

    /** Returns the instant of an ISO-8601 text with an offset, or null for anything else. */
    static @Nullable Instant parse(@Nullable Object raw) {
        if (!(raw instanceof String text)) {
            return null;
        }
        Instant common = TimestampParser.parse(text);
        if (common != null) {
            return common;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Returns the instants of a list of such texts, or null for anything else or if one of them is malformed. */
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
