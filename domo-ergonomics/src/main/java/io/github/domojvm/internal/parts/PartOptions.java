package io.github.domojvm.internal.parts;

import java.util.List;
import java.util.function.IntSupplier;

/**
 * The options for cutting and compressing an input.
 *
 * @param maxRecords the maximum number of records of a part
 * @param maxBytes the maximum number of uncompressed bytes of a part; a larger record is a separate part
 * @param maxRecordBytes the maximum number of bytes of a record, including its line end; a longer record is rejected,
 *     which also limits an unclosed quote
 * @param columns the number of columns that every record must have; 0 for the number of the first record, which may be
 *     the header
 * @param header whether the first record contains column names; it is read but not sent
 * @param gzipLevel provides the compression level of each part, from 1 (fast) to 9 (small), or 0 for none; always
 *     called by the cutting thread, when the part starts
 * @param parallelism the maximum number of blocks that are compressed concurrently; two more blocks of 256 KiB are in
 *     memory
 * @param avoidAtStart column names, or empty. No part starts with a record that contains them, since the service can
 *     interpret it as a header line and drop it. Such a part starts with the previous record; if that is not possible,
 *     the record is rejected
 */
public record PartOptions(
        long maxRecords,
        long maxBytes,
        int maxRecordBytes,
        int columns,
        boolean header,
        IntSupplier gzipLevel,
        int parallelism,
        List<String> avoidAtStart) {

    /**
     * Creates options and checks their values. Prefer {@link #builder}.
     *
     * @param maxRecords the records of a part, at least 1
     * @param maxBytes the uncompressed bytes of a part, at least 1
     * @param maxRecordBytes the bytes of a record, at least 1
     * @param columns the columns of every record, or 0
     * @param header whether the first record contains column names
     * @param gzipLevel provides 0 to 9
     * @param parallelism the blocks that are compressed concurrently, at least 1
     * @param avoidAtStart the column names that no part may start with, or empty
     * @throws IllegalArgumentException if a number is below its minimum
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
     * Creates a builder with the defaults: 100,000 records and 32 MiB per part, 16 MiB per record, columns from the
     * first record, no header, gzip level 1, and one concurrent block per processor.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    static int checkLevel(int level) {
        if (level < 0 || level > 9) {
            throw new IllegalArgumentException("gzipLevel must be 0 to 9, not " + level);
        }
        return level;
    }

    private static void atLeast(long minimum, String name, long value) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + " must be at least " + minimum + ", not " + value);
        }
    }

    /** A builder of options. See {@link PartOptions} for their meaning and {@link #builder} for the defaults. */
    public static final class Builder {
        private long maxRecords = 100_000;
        private long maxBytes = 32L * 1024 * 1024;
        private int maxRecordBytes = 16 * 1024 * 1024;
        private int columns;
        private boolean header;
        private IntSupplier gzipLevel = () -> 1;
        private int parallelism = Runtime.getRuntime().availableProcessors();
        private List<String> avoidAtStart = List.of();

        private Builder() {}

        /**
         * Sets the maximum number of records of a part.
         *
         * @param value at least 1
         * @return this
         */
        public Builder maxRecords(long value) {
            maxRecords = value;
            return this;
        }

        /**
         * Sets the maximum size of a part.
         *
         * @param value the uncompressed bytes, at least 1
         * @return this
         */
        public Builder maxBytes(long value) {
            maxBytes = value;
            return this;
        }

        /**
         * Sets the maximum size of a record.
         *
         * @param value the bytes including the line end, at least 1
         * @return this
         */
        public Builder maxRecordBytes(int value) {
            maxRecordBytes = value;
            return this;
        }

        /**
         * Sets the number of columns that every record must have.
         *
         * @param value the number of columns, or 0 for the number of the first record
         * @return this
         */
        public Builder columns(int value) {
            columns = value;
            return this;
        }

        /**
         * Sets whether the first record contains column names.
         *
         * @param value true to read the record without sending it
         * @return this
         */
        public Builder header(boolean value) {
            header = value;
            return this;
        }

        /**
         * Sets the compression level of all parts.
         *
         * @param value 1 (fast) to 9 (small), or 0 for none
         * @return this
         * @throws IllegalArgumentException if the level is out of range
         */
        public Builder gzipLevel(int value) {
            checkLevel(value);
            return gzipLevel(() -> value);
        }

        /**
         * Sets the compression level per part.
         *
         * @param value provides 1 (fast) to 9 (small), or 0 for none; called by the cutting thread when a part starts
         * @return this
         */
        public Builder gzipLevel(IntSupplier value) {
            gzipLevel = value;
            return this;
        }

        /**
         * Sets the maximum number of blocks that are compressed concurrently: the number of threads of the executor.
         *
         * @param value at least 1
         * @return this
         */
        public Builder parallelism(int value) {
            parallelism = value;
            return this;
        }

        /**
         * Sets the column names that no part may start with: the service can look for a header line in every part and
         * drop a record that contains them. The previous part then ends one record earlier. A record is rejected if
         * this is not possible: the first record of the input, a record in parts of one record, the second of two such
         * records, and a record that does not fit into a part together with the previous one. Quotes and white space
         * around a name are ignored.
         *
         * @param value the names in the order of the columns; if empty, the default, parts may start with any record
         * @return this
         */
        public Builder avoidAtStart(List<String> value) {
            avoidAtStart = value;
            return this;
        }

        /**
         * Creates the options. The builder can be used again.
         *
         * @return the options
         * @throws IllegalArgumentException if a setting is out of range; the message names it
         */
        public PartOptions build() {
            return new PartOptions(
                    maxRecords, maxBytes, maxRecordBytes, columns, header, gzipLevel, parallelism, avoidAtStart);
        }
    }
}
