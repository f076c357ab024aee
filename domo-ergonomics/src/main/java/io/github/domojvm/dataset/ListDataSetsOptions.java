package io.github.domojvm.dataset;

import io.github.domojvm.internal.Args;
import io.github.domojvm.rest.model.DataSetSort;
import org.jspecify.annotations.Nullable;

/** Filter and order of a list of DataSets. Immutable. */
public final class ListDataSetsOptions {
    private final @Nullable DataSetSort sort;
    private final @Nullable String nameLike;
    private final int pageSize;

    private ListDataSetsOptions(Builder builder) {
        this.sort = builder.sort;
        this.nameLike = builder.nameLike;
        this.pageSize = builder.pageSize;
    }

    /**
     * Creates a builder with the defaults: all DataSets, in the order of the service, 50 per request.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Nullable
    DataSetSort sort() {
        return sort;
    }

    @Nullable
    String nameLike() {
        return nameLike;
    }

    int pageSize() {
        return pageSize;
    }

    /** Builds {@link ListDataSetsOptions}. Not thread-safe. */
    public static final class Builder {
        private @Nullable DataSetSort sort;
        private @Nullable String nameLike;
        private int pageSize = DataSets.MAX_PAGE;

        private Builder() {}

        /**
         * Sets the order; by default that of the service.
         *
         * @param sort the order
         * @return this builder
         */
        public Builder sort(DataSetSort sort) {
            this.sort = Args.known("sort", sort);
            return this;
        }

        /**
         * Sets a text that the names must contain; by default all DataSets are listed.
         *
         * @param nameLike the text; case is ignored
         * @return this builder
         */
        public Builder nameLike(String nameLike) {
            this.nameLike = Args.notBlank("nameLike", nameLike);
            return this;
        }

        /**
         * Sets the number of DataSets per request; 50 by default, which is Domo's maximum.
         *
         * @param pageSize 1 to 50
         * @return this builder
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder pageSize(int pageSize) {
            this.pageSize = Args.inRange("pageSize", pageSize, 1, DataSets.MAX_PAGE);
            return this;
        }

        /**
         * Creates the options.
         *
         * @return the options
         */
        public ListDataSetsOptions build() {
            return new ListDataSetsOptions(this);
        }
    }
}
