package io.github.domojvm.benchmarks.data;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Items of a list again and again, so that creating them costs nothing.
 *
 * @param <T> the items
 */
public final class Repeated<T> implements Iterator<T> {
    private final List<T> items;
    private final long count;
    private long next;

    /**
     * Creates an iterator.
     *
     * @param items the items
     * @param count the number of items to return
     */
    public Repeated(List<T> items, long count) {
        this.items = items;
        this.count = count;
    }

    @Override
    public boolean hasNext() {
        return next < count;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("All " + count + " items were returned");
        }
        T item = items.get((int) (next % items.size()));
        next++;
        return item;
    }
}
