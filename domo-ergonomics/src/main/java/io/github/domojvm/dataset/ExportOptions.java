package io.github.domojvm.dataset;

/**
 * How to export a DataSet. Immutable.
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

    /** Collects the options. Not thread-safe. */
    public static final class Builder {
        private boolean header = true;
        private boolean allRows;

        private Builder() {}

        /**
         * Leaves the line of column names out. The export can then be checked less: with a header line, a response that
         * is not the DataSet's export is recognized by its first line.
         *
         * @return this builder
         */
        public Builder withoutHeader() {
            this.header = false;
            return this;
        }

        /**
         * Fails the export with a {@link io.github.domojvm.error.DomoDataException} when it has another number of rows
         * than the DataSet reports. That is the only way to notice a body that was cut exactly between two rows.
         *
         * <p>Off by default, since the numbers differ for good reasons as well: the DataSet's count lags behind an
         * import until Domo has processed it, normally within 15 minutes (domo-python-sdk issue 36), and counts all
         * rows, while an export has only those that the policies (PDP) of the client's user let through.
         * {@link ExportResult} has both numbers in any case.
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
