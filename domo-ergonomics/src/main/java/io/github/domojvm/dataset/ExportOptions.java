package io.github.domojvm.dataset;

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

    private ExportOptions(Builder builder) {
        this.header = builder.header;
        this.allRows = builder.allRows;
    }

    /**
     * Creates a builder with the defaults: a header line, and any number of rows.
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

    /** Builds {@link ExportOptions}. Not thread-safe. */
    public static final class Builder {
        private boolean header = true;
        private boolean allRows;

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
         * Creates the options.
         *
         * @return the options
         */
        public ExportOptions build() {
            return new ExportOptions(this);
        }
    }
}
