package io.github.domojvm.internal.parts;

import java.util.List;
import java.util.function.IntSupplier;

/**
 * How an input is cut and compressed.
 *
 * @param maxRecords a part ends when it holds this many records
 * @param maxBytes a part ends before the record that would take it past this many bytes, uncompressed; a record larger
 *     than this is a part of its own
 * @param maxRecordBytes a longer record is refused, its line end included; this also stops an unclosed quote
 * @param columns columns that every record must have; 0 takes the number from the first record, the header included
 * @param header whether the first record holds column names: it is read, and not sent
 * @param gzip whether parts are compressed
 * @param gzipLevel asked before each block for a level from 1 (fast) to 9 (small); always from the cutting thread
 * @param parallelism blocks that may be compressed at the same time; two more of 256 KiB are held in memory
 * @param avoidAtStart column names, or empty: no part begins with a record that holds them, since the service can take
 *     it for a header line and drop it. Such a part begins with the record before; where that is not possible, the
 *     record is refused
 */
public record PartOptions(
        long maxRecords,
        long maxBytes,
        int maxRecordBytes,
        int columns,
        boolean header,
        boolean gzip,
        IntSupplier gzipLevel,
        int parallelism,
        List<String> avoidAtStart) {

    /**
     * Checks the values; {@link #builder} is the shorter way.
     *
     * @param maxRecords records of a part, at least 1
     * @param maxBytes uncompressed bytes of a part, at least 1
     * @param maxRecordBytes bytes of a record, at least 1
     * @param columns columns of every record, or 0
     * @param header whether the first record holds column names
     * @param gzip whether parts are compressed
     * @param gzipLevel gives 1 to 9
     * @param parallelism blocks compressed at the same time, at least 1
     * @param avoidAtStart column names that no part may begin with, or empty
     * @throws IllegalArgumentException when a number is below its minimum
     */
    public PartOptions {
        atLeast(1, "maxRecords", maxRecords);
        atLeast(1, "maxBytes", maxBytes);
        atLeast(1, "maxRecordBytes", maxRecordBytes);
        atLeast(0, "columns", columns);
        atLeast(1, "parallelism", parallelism);
        avoidAtStart = List.copyOf(avoidAtStart);
    }

    /**
     * A builder with the defaults: 100,000 records and 32 MiB a part, 16 MiB a record, columns from the first record,
     * no header, gzip level 1, as many blocks at a time as there are processors.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    private static void atLeast(long minimum, String name, long value) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + " must be at least " + minimum + ", not " + value);
        }
    }

    /** Collects the settings; see {@link PartOptions} for what each means and {@link #builder} for the defaults. */
    public static final class Builder {
        private long maxRecords = 100_000;
        private long maxBytes = 32L * 1024 * 1024;
        private int maxRecordBytes = 16 * 1024 * 1024;
        private int columns;
        private boolean header;
        private boolean gzip = true;
        private IntSupplier gzipLevel = () -> 1;
        private int parallelism = Runtime.getRuntime().availableProcessors();
        private List<String> avoidAtStart = List.of();

        private Builder() {}

        /**
         * Sets the records of a part.
         *
         * @param value at least 1
         * @return this
         */
        public Builder maxRecords(long value) {
            maxRecords = value;
            return this;
        }

        /**
         * Sets the size of a part.
         *
         * @param value uncompressed bytes, at least 1
         * @return this
         */
        public Builder maxBytes(long value) {
            maxBytes = value;
            return this;
        }

        /**
         * Sets the size of the longest record that is accepted.
         *
         * @param value bytes with the line end, at least 1
         * @return this
         */
        public Builder maxRecordBytes(int value) {
            maxRecordBytes = value;
            return this;
        }

        /**
         * Sets the columns that every record must have.
         *
         * @param value number of columns, or 0 to take it from the first record
         * @return this
         */
        public Builder columns(int value) {
            columns = value;
            return this;
        }

        /**
         * Says whether the first record holds column names.
         *
         * @param value true to read it and not send it
         * @return this
         */
        public Builder header(boolean value) {
            header = value;
            return this;
        }

        /**
         * Compresses every block at one level.
         *
         * @param value 1 (fast) to 9 (small)
         * @return this
         * @throws IllegalArgumentException for another level
         */
        public Builder gzipLevel(int value) {
            BlockCompressor.checkLevel(value);
            return gzipLevel(() -> value);
        }

        /**
         * Compresses each block at the level that is best just then.
         *
         * @param value gives 1 (fast) to 9 (small); called by the cutting thread
         * @return this
         */
        public Builder gzipLevel(IntSupplier value) {
            gzip = true;
            gzipLevel = value;
            return this;
        }

        /**
         * Leaves the parts as plain CSV.
         *
         * @return this
         */
        public Builder uncompressed() {
            gzip = false;
            return this;
        }

        /**
         * Sets how many blocks may be compressed at the same time: the number of threads of the executor.
         *
         * @param value at least 1
         * @return this
         */
        public Builder parallelism(int value) {
            parallelism = value;
            return this;
        }

        /**
         * Sets the column names that no part may begin with: the service can look for a header line in every part and
         * drop a record that holds them. The part before then ends one record earlier. A record for which this is not
         * possible is refused: the first of the input, one in parts of one record, the second of two such records, and
         * one that does not fit into a part together with the record before. Quotes, and blanks around a name, make no
         * difference.
         *
         * @param value names in the order of the columns; empty, the default, lets parts begin with any record
         * @return this
         */
        public Builder avoidAtStart(List<String> value) {
            avoidAtStart = value;
            return this;
        }

        /**
         * Makes the options; the builder can be used further.
         *
         * @return the options
         * @throws IllegalArgumentException naming the setting that is out of range
         */
        public PartOptions build() {
            return new PartOptions(
                    maxRecords, maxBytes, maxRecordBytes, columns, header, gzip, gzipLevel, parallelism, avoidAtStart);
        }
    }
}
