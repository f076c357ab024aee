package io.github.domojvm;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.source.ColumnNames;
import io.github.domojvm.internal.source.Reading;
import io.github.domojvm.internal.source.RowCount;
import io.github.domojvm.internal.source.Spool;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.CreateStreamRequest;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.schema.SchemaInference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows and settings of a DataSet to create. {@link Builder#read} reads all rows before anything is created: it
 * applies the checks of an upload, counts the rows, and infers the columns unless the source has a schema, as rows of
 * records and JDBC results do.
 *
 * <pre>{@code
 * CsvSource csv = CsvSource.fromFile(path).withHeader();
 * try (NewDataSet sales = NewDataSet.builder("Sales").keyColumns("id").read(csv)) {
 *     CreatedDataSet created = domo.createDataSet(sales);
 * }
 * }</pre>
 *
 * <p>Close it after use: a source that can be read only once is copied to a temporary file, which {@link #close}
 * deletes. Thread-safe until it is closed.
 */
public final class NewDataSet implements AutoCloseable {
    private final Builder settings;
    private final CsvSource source;
    private final Schema schema;
    private final long rows;
    private final @Nullable Spool spool;

    private NewDataSet(Builder settings, CsvSource source, Schema schema, long rows, @Nullable Spool spool) {
        this.settings = settings;
        this.source = source;
        this.schema = schema;
        this.rows = rows;
        this.spool = spool;
    }

    /**
     * Creates a builder.
     *
     * @param name the name of the DataSet, which need not be unique
     * @return a new builder
     * @throws IllegalArgumentException if the name is blank
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * Returns the rows to load into the DataSet.
     *
     * @return the source that was read, or its copy if it can be read only once; opening it fails if the file has
     *     changed since
     */
    public CsvSource source() {
        return source;
    }

    /**
     * Returns the columns.
     *
     * @return the schema of the source, or the columns inferred from its rows
     */
    public Schema schema() {
        return schema;
    }

    /**
     * Returns the number of rows.
     *
     * @return 0 or more, not counting the header line
     */
    public long rows() {
        return rows;
    }

    /**
     * Returns how the rows are loaded.
     *
     * @return {@link UpdateMethod#UPSERT} with key columns, otherwise the method that was set,
     *     {@link UpdateMethod#REPLACE} by default
     */
    public UpdateMethod updateMethod() {
        return settings.updateMethod;
    }

    /**
     * Returns the request that creates the DataSet together with a Stream.
     *
     * @return the request
     */
    public CreateStreamRequest toStreamRequest() {
        CreateStreamRequest.Builder request =
                CreateStreamRequest.builder().dataSet(toDataSetRequest()).updateMethod(settings.updateMethod);
        return settings.keyColumns.isEmpty()
                ? request.build()
                : request.keyColumnNames(settings.keyColumns).build();
    }

    /** Deletes the temporary copy of a source that can be read only once. */
    @Override
    public void close() {
        if (spool != null) {
            spool.close();
        }
    }

    boolean withStream() {
        return settings.withStream;
    }

    CreateDataSetRequest toDataSetRequest() {
        return CreateDataSetRequest.builder()
                .name(settings.name)
                .description(settings.description)
                .schema(schema)
                .build();
    }

    /** Builds a {@link NewDataSet}. Not thread-safe. */
    public static final class Builder {
        private static final long SPOOL_BYTES = 1L << 30;

        private final String name;
        private @Nullable String description;
        private UpdateMethod updateMethod = UpdateMethod.REPLACE;
        private List<String> keyColumns = List.of();
        private boolean withStream = true;
        private boolean allowEmpty;
        private long spoolBytes = SPOOL_BYTES;

        private Builder(String name) {
            this.name = Args.notBlank("name", name);
        }

        /**
         * Sets the description.
         *
         * @param text the description of the DataSet
         * @return this builder
         */
        public Builder description(String text) {
            this.description = Args.notNull("text", text);
            return this;
        }

        /**
         * Sets how the rows are loaded, and the update method of the Stream; {@link UpdateMethod#REPLACE} by default.
         *
         * @param method REPLACE or APPEND; UPSERT is set by {@link #keyColumns}
         * @return this builder
         * @throws IllegalArgumentException if it is another method
         */
        public Builder updateMethod(UpdateMethod method) {
            if (Args.notNull("method", method) != UpdateMethod.REPLACE && method != UpdateMethod.APPEND) {
                throw new IllegalArgumentException(
                        "method must be REPLACE or APPEND, not " + method + "; keyColumns sets UPSERT");
            }
            this.updateMethod = method;
            return this;
        }

        /**
         * Sets the columns that together identify a row, and sets the update method to {@link UpdateMethod#UPSERT}.
         *
         * @param names the names of the key columns
         * @return this builder
         * @throws IllegalArgumentException if there is none
         */
        public Builder keyColumns(String... names) {
            keyColumns = Args.listOf("names", names);
            if (keyColumns.isEmpty()) {
                throw new IllegalArgumentException("keyColumns must have at least one column");
            }
            updateMethod = UpdateMethod.UPSERT;
            withStream = true;
            return this;
        }

        /**
         * Creates the DataSet without a Stream. A Stream cannot be added later, so at most 50 MB can be loaded at a
         * time.
         *
         * @return this builder
         */
        public Builder withoutStream() {
            this.withStream = false;
            return this;
        }

        /**
         * Accepts a source without rows: the DataSet is created, and nothing is loaded. By default such a source is
         * rejected.
         *
         * @return this builder
         */
        public Builder allowEmpty() {
            this.allowEmpty = true;
            return this;
        }

        /**
         * Sets the maximum size of the temporary copy of a source that can be read only once; 1 GiB by default.
         *
         * @param bytes the maximum size in bytes, 1 or more
         * @return this builder
         * @throws IllegalArgumentException if it is below 1
         */
        public Builder spoolBytes(long bytes) {
            this.spoolBytes = Args.positive("bytes", bytes);
            return this;
        }

        /**
         * Reads and checks all rows. Sends nothing.
         *
         * @param csv the rows; with a header line, unless the source has a schema
         * @return the checked rows; the caller must close it
         * @throws CsvException if Domo does not accept the CSV, if it has no rows or a column without a name, or if its
         *     header line differs from its schema
         * @throws io.github.domojvm.error.DomoIoException if the source cannot be read, or changed while it was read
         * @throws IllegalArgumentException if there is neither a header line nor a schema, if a key column does not
         *     exist, or if a source that can be read only once is larger than {@link #spoolBytes}
         */
        public NewDataSet read(CsvSource csv) {
            Args.notNull("csv", csv);
            if (!csv.hasHeader() && csv.schema().isEmpty()) {
                throw new IllegalArgumentException(
                        "csv must have a header line (withHeader) or a schema (withSchema) to name the"
                                + " columns of the new DataSet");
            }
            if (!csv.isSingleUse()) {
                return checked(csv, null);
            }
            Spool spool = Spool.of(csv, spoolBytes);
            try {
                return checked(spool.source(), spool);
            } catch (RuntimeException e) {
                spool.close();
                throw e;
            }
        }

        private NewDataSet checked(CsvSource csv, @Nullable Spool spool) {
            CsvSource unchanged = Reading.of(csv).unchangedSource();
            int stated =
                    csv.schema().map(schema -> ColumnNames.of(schema).size()).orElse(0);
            RowCount found = RowCount.of(unchanged, stated);
            if (found.rows() == 0 && !allowEmpty) {
                throw new CsvException(
                        "There are no rows in " + csv
                                + ". Nothing was created. To accept an empty source, call allowEmpty().",
                        0,
                        null);
            }
            if (found.header().stream().anyMatch(String::isBlank)) {
                throw new CsvException(
                        "In " + csv + " a column has no name in the header line " + found.header()
                                + ". Nothing was created. Name every column.",
                        1,
                        null);
            }
            Schema schema = csv.schema().orElseGet(() -> SchemaInference.infer(unchanged));
            List<String> names = ColumnNames.of(schema);
            ColumnNames.mismatch(csv, found.header(), names).ifPresent(mismatch -> {
                throw new CsvException(FailureReason.HEADER_MISMATCH, mismatch + " Nothing was created.", "", 1, null);
            });
            ColumnNames.inFirstRow(csv, found.firstRow(), names).ifPresent(inFirstRow -> {
                throw new CsvException(
                        FailureReason.HEADER_IN_ROWS,
                        inFirstRow + " Nothing was created.",
                        ColumnNames.adviceForFirstRow(csv),
                        0,
                        null);
            });
            keyColumns.stream().filter(key -> !names.contains(key)).findFirst().ifPresent(key -> {
                throw new IllegalArgumentException(
                        "The key column '" + key + "' is not in " + csv + ", whose columns are " + names + ".");
            });
            return new NewDataSet(this, unchanged, schema, found.rows(), spool);
        }
    }
}
