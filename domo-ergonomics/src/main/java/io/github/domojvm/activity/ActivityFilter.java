package io.github.domojvm.activity;

import io.github.domojvm.internal.Args;
import io.github.domojvm.time.EpochMillis;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A filter for the Activity Log by user and time. Start and end are inclusive.
 *
 * <pre>{@code
 * ActivityFilter.builder().user(730114).start("2018-01-01 00:00:00").end("2018-04-01").build()
 * }</pre>
 *
 * <p>Times can be instants, text in the formats of {@link EpochMillis}, or epoch milliseconds. Immutable.
 */
public final class ActivityFilter {
    final @Nullable Long user;
    final long start;
    final @Nullable Long end;

    private ActivityFilter(Builder builder) {
        this.user = builder.user;
        this.start = builder.start.in(builder.zone);
        this.end = builder.end == null ? null : builder.end.in(builder.zone);
        Long last = end;
        if (last != null && last < start) {
            throw new IllegalArgumentException("The end of the activities, " + Instant.ofEpochMilli(last)
                    + ", is before their start, " + Instant.ofEpochMilli(start));
        }
    }

    /**
     * Creates a builder of a filter that accepts all activities.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** A point in time; text without an offset depends on the zone. */
    @FunctionalInterface
    private interface Moment {
        long in(ZoneId zone);
    }

    /** Builds an {@link ActivityFilter}. Not thread-safe. */
    public static final class Builder {
        private @Nullable Long user;
        /** Always sent, since Domo docs require a start. */
        private Moment start = zone -> 0;

        private @Nullable Moment end;
        private ZoneId zone = ZoneOffset.UTC;

        private Builder() {}

        /**
         * Sets the user whose activities are listed; by default all users.
         *
         * @param id the user's id
         * @return this builder
         */
        public Builder user(long id) {
            this.user = Args.positive("id", id);
            return this;
        }

        /**
         * Sets the zone of text without an offset; UTC by default.
         *
         * @param zone the zone
         * @return this builder
         */
        public Builder zone(ZoneId zone) {
            this.zone = Args.notNull("zone", zone);
            return this;
        }

        /**
         * Sets the time of the earliest activity; by default all activities are listed.
         *
         * @param time the start, inclusive
         * @return this builder
         */
        public Builder start(Instant time) {
            long moment = EpochMillis.from(time);
            this.start = zone -> moment;
            return this;
        }

        /**
         * Sets the time of the earliest activity; by default all activities are listed.
         *
         * @param time the start, inclusive; a date with or without a time
         * @return this builder
         * @throws IllegalArgumentException if the text is not a time
         */
        public Builder start(String time) {
            EpochMillis.from(time, zone);
            this.start = zone -> EpochMillis.from(time, zone);
            return this;
        }

        /**
         * Sets the time of the earliest activity; by default all activities are listed.
         *
         * @param millis the start in epoch milliseconds, inclusive
         * @return this builder
         * @throws IllegalArgumentException if the number can only be seconds
         */
        public Builder start(long millis) {
            long moment = EpochMillis.from(millis);
            this.start = zone -> moment;
            return this;
        }

        /**
         * Sets the time of the latest activity; none by default.
         *
         * @param time the end, inclusive
         * @return this builder
         */
        public Builder end(Instant time) {
            long moment = EpochMillis.from(time);
            this.end = zone -> moment;
            return this;
        }

        /**
         * Sets the time of the latest activity; none by default.
         *
         * @param time the end, inclusive; for a date without a time, the start of the day
         * @return this builder
         * @throws IllegalArgumentException if the text is not a time
         */
        public Builder end(String time) {
            EpochMillis.from(time, zone);
            this.end = zone -> EpochMillis.from(time, zone);
            return this;
        }

        /**
         * Sets the time of the latest activity; none by default.
         *
         * @param millis the end in epoch milliseconds, inclusive
         * @return this builder
         * @throws IllegalArgumentException if the number can only be seconds
         */
        public Builder end(long millis) {
            long moment = EpochMillis.from(millis);
            this.end = zone -> moment;
            return this;
        }

        /**
         * Creates the filter.
         *
         * @return the filter
         * @throws IllegalArgumentException if the end is before the start
         */
        public ActivityFilter build() {
            return new ActivityFilter(this);
        }
    }
}
