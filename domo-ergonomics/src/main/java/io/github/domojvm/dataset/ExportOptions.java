package io.github.domojvm.dataset;

import io.github.domojvm.internal.Args;

/**
 * Options of an export. Immutable.
 *
 * <pre>{@code
 * ExportOptions options = ExportOptions.builder().withoutHeader().requireAllRows().build();
 * }</pre>
 */
public final class ExportOptions {
    static final ExportOptions DEFAULTS = builder().build();

    private final boolean header;
    private final boolean allRows;
    private final long maxBytes;

    private ExportOptions(Builder builder) {
        this.header = builder.header;
        this.allRows = builder.allRows;
        this.maxBytes = builder.maxBytes;
    }

    /**
     * Creates a builder with the defaults: a header line, and any number of rows and bytes.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    boolean header() {
        return header;
    }

    boolean allRows() {
        return allRows;
    }

    long maxBytes() {
        return maxBytes;
    }

    /** Builds {@link ExportOptions}. Not thread-safe. */
    public static final class Builder {
        private boolean header = true;
        private boolean allRows;
        private long maxBytes = Long.MAX_VALUE;

        private Builder() {}

        /**
         * Omits the header line. This weakens the check of the response: with a header line, a response that is not the
         * export of the DataSet is detected by its first line.
         *
         * @return this builder
         */
        public Builder withoutHeader() {
            this.header = false;
            return this;
        }

        /**
         * Requires the number of rows that the DataSet reports; otherwise the export throws
         * {@link io.github.domojvm.error.DomoDataException}. Only this check detects a body that was truncated exactly
         * between two rows.
         *
         * <p>Off by default, since the numbers can also differ in a complete export: the count of the DataSet is
         * outdated until Domo has processed an import, normally within 15 minutes (domo-python-sdk issue 36), and it
         * includes rows that PDP policies hide from the client's user. {@link ExportResult} always contains both
         * numbers.
         *
         * @return this builder
         */
        public Builder requireAllRows() {
            this.allRows = true;
            return this;
        }

        /**
         * Limits the size of the CSV after decompression; by default there is no limit, since equal values compress
         * 1,000 to 1. A larger export throws {@link io.github.domojvm.error.DomoDataException} with the reason
         * {@link io.github.domojvm.error.FailureReason#RESPONSE_TOO_LARGE RESPONSE_TOO_LARGE} and is not retried. A
         * target file is then unchanged; a stream has received part of the export, never more than the limit.
         *
         * @param maxBytes positive
         * @return this builder
         */
        public Builder maxBytes(long maxBytes) {
            this.maxBytes = Args.positive("maxBytes", maxBytes);
            return this;
        }

        /**
         * Creates the options.
         *
         * @return the options
         */
        public ExportOptions build() {
            return new ExportOptions(this);
        }
    }
}
