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
     * Fetches a page; blocks on the network.
     *
     * @param limit how many items to ask for
     * @param offset how many items come before them, from 0
     * @return the items, an empty list after the end
     */
    List<T> fetch(int limit, int offset);
}
