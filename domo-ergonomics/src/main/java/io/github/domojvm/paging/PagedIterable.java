package io.github.domojvm.paging;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list of the service, fetched page by page as it is read. Making one sends nothing; each iteration starts anew at the
 * first page, and the next page is fetched when the iteration reaches it.
 *
 * <p>The service names no total and sends no links. The list ends with an empty page, with one that repeats the page before
 * it, or with one shorter than both the page size and 50: a service that gives at most 50 at a time whatever is asked must
 * not cut the list. What is created or deleted in the meantime may shift items between pages, so that one is missed or seen
 * twice.
 *
 * <p>Immutable and safe for use by several threads; an iterator is not.
 *
 * @param <T> the items
 */
public final class PagedIterable<T> implements Iterable<T> {
    /** The smallest maximum that an endpoint of Domo has. */
    private static final int SMALLEST_MAXIMUM = 50;

    private final int pageSize;
    private final PageFetcher<T> fetcher;

    /**
     * Makes one; sends nothing.
     *
     * @param pageSize how many items to ask for at a time, the documented maximum unless there is a reason for less
     * @param fetcher fetches a page
     * @throws IllegalArgumentException when the page size is below 1
     */
    public PagedIterable(int pageSize, PageFetcher<T> fetcher) {
        if (pageSize < 1) {
            throw new IllegalArgumentException("pageSize must be at least 1: " + pageSize);
        }
        this.pageSize = pageSize;
        this.fetcher = fetcher;
    }

    /**
     * Starts at the first item. {@code hasNext} blocks on the network where a page ends.
     *
     * @return a new iterator
     */
    @Override
    public Iterator<T> iterator() {
        return stream().iterator();
    }

    /**
     * Gives the items one by one; a short-circuiting operation such as {@code limit} fetches no page that it does not need.
     *
     * @return a new sequential stream
     */
    public Stream<T> stream() {
        return StreamSupport.stream(pages().spliterator(), false).flatMap(List::stream);
    }

    /**
     * Gives the list page by page, as the service does.
     *
     * @return pages, none of them empty
     */
    public Iterable<List<T>> pages() {
        return () -> new PageIterator<>(pageSize, fetcher);
    }

    /**
     * Reads the list to its end.
     *
     * @return all items
     */
    public List<T> toList() {
        List<T> items = new ArrayList<>();
        pages().forEach(items::addAll);
        return List.copyOf(items);
    }

    static boolean isLast(int size, int pageSize) {
        return size < pageSize && size < SMALLEST_MAXIMUM;
    }
}
