package io.github.domojvm.dataset;

import io.github.domojvm.internal.Args;
import io.github.domojvm.rest.model.DataSetSort;
import org.jspecify.annotations.Nullable;

/** What to list and in which order. Immutable. */
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
     * Starts from the defaults: all DataSets, in the service's order, 50 a page.
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

    /** Collects the options; not for use by several threads. */
    public static final class Builder {
        private @Nullable DataSetSort sort;
        private @Nullable String nameLike;
        private int pageSize = DataSets.MAX_PAGE;

        private Builder() {}

        /**
         * Sets the order; by default the service's own.
         *
         * @param sort the order
         * @return this builder
         */
        public Builder sort(DataSetSort sort) {
            this.sort = Args.known("sort", sort);
            return this;
        }

        /**
         * Lists only DataSets whose name contains a text; by default all.
         *
         * @param nameLike the text, upper and lower case alike
         * @return this builder
         */
        public Builder nameLike(String nameLike) {
            this.nameLike = Args.notBlank("nameLike", nameLike);
            return this;
        }

        /**
         * Sets how many DataSets to fetch at a time; 50 by default, which is Domo's maximum.
         *
         * @param pageSize 1 to 50
         * @return this builder
         * @throws IllegalArgumentException when it is out of range
         */
        public Builder pageSize(int pageSize) {
            this.pageSize = Args.inRange("pageSize", pageSize, 1, DataSets.MAX_PAGE);
            return this;
        }

        /**
         * Makes the options.
         *
         * @return the options
         */
        public ListDataSetsOptions build() {
            return new ListDataSetsOptions(this);
        }
    }
}
