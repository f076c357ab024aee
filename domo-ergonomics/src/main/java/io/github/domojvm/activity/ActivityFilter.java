package io.github.domojvm.activity;

import io.github.domojvm.internal.Args;
import io.github.domojvm.time.EpochMillis;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Which activities to list: of whom, and between which points in time, both included.
 *
 * <pre>{@code
 * ActivityFilter.builder().user(730114).start("2018-01-01 00:00:00").end("2018-04-01").build()
 * }</pre>
 *
 * <p>Points in time can be instants, text as {@link EpochMillis} reads it, or epoch milliseconds. Immutable.
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
     * Starts with all activities.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** A point in time; of text without an offset only the zone tells which. */
    @FunctionalInterface
    private interface Moment {
        long in(ZoneId zone);
    }

    /** Collects what to filter by; not for use by several threads. */
    public static final class Builder {
        private @Nullable Long user;
        /** Always sent: Domo docs demand a start, and 0 is one. */
        private Moment start = zone -> 0;

        private @Nullable Moment end;
        private ZoneId zone = ZoneOffset.UTC;

        private Builder() {}

        /**
         * Takes only what this user did.
         *
         * @param id the user's id
         * @return this builder
         */
        public Builder user(long id) {
            this.user = Args.positive("id", id);
            return this;
        }

        /**
         * Says where text without an offset is meant. Default: UTC.
         *
         * @param zone the zone
         * @return this builder
         */
        public Builder zone(ZoneId zone) {
            this.zone = Args.notNull("zone", zone);
            return this;
        }

        /**
         * Takes only what happened then or later.
         *
         * @param time the first moment
         * @return this builder
         */
        public Builder start(Instant time) {
            long moment = EpochMillis.from(time);
            this.start = place -> moment;
            return this;
        }

        /**
         * Takes only what happened then or later.
         *
         * @param time the first moment, a date with or without a time
         * @return this builder
         * @throws IllegalArgumentException when the text is no time
         */
        public Builder start(String time) {
            EpochMillis.from(time, zone);
            this.start = place -> EpochMillis.from(time, place);
            return this;
        }

        /**
         * Takes only what happened then or later.
         *
         * @param millis the first moment in epoch milliseconds
         * @return this builder
         * @throws IllegalArgumentException when the number must be seconds
         */
        public Builder start(long millis) {
            long moment = EpochMillis.from(millis);
            this.start = place -> moment;
            return this;
        }

        /**
         * Takes only what happened then or earlier.
         *
         * @param time the last moment
         * @return this builder
         */
        public Builder end(Instant time) {
            long moment = EpochMillis.from(time);
            this.end = place -> moment;
            return this;
        }

        /**
         * Takes only what happened then or earlier.
         *
         * @param time the last moment; of a date alone its first moment
         * @return this builder
         * @throws IllegalArgumentException when the text is no time
         */
        public Builder end(String time) {
            EpochMillis.from(time, zone);
            this.end = place -> EpochMillis.from(time, place);
            return this;
        }

        /**
         * Takes only what happened then or earlier.
         *
         * @param millis the last moment in epoch milliseconds
         * @return this builder
         * @throws IllegalArgumentException when the number must be seconds
         */
        public Builder end(long millis) {
            long moment = EpochMillis.from(millis);
            this.end = place -> moment;
            return this;
        }

        /**
         * Makes the filter.
         *
         * @return the filter
         * @throws IllegalArgumentException when the end is before the start
         */
        public ActivityFilter build() {
            return new ActivityFilter(this);
        }
    }
}
