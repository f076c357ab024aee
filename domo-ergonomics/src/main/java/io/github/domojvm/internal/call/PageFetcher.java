package io.github.domojvm.internal.call;

import java.util.List;

/**
 * Fetches one page of a list.
 *
 * @param <T> the items
 */
@FunctionalInterface
public interface PageFetcher<T> {
    /**
     * Fetches a page. Blocks until the response has arrived.
     *
     * @param limit the number of items to request
     * @param offset the number of items to skip, from 0
     * @return the items, empty after the last one
     */
    List<T> fetch(int limit, int offset);
}
