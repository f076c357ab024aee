package io.github.domojvm.internal.call;

import io.github.domojvm.internal.Args;
import io.github.domojvm.paging.PagedIterable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list of which each page is one call.
 *
 * @param <T> the items
 */
public final class PagedCalls<T> implements PagedIterable<T> {
    /**
     * A service that sends at most 50 items whatever is requested must not cut the list: no endpoint has a smaller
     * maximum.
     */
    private static final int SMALLEST_MAXIMUM = 50;

    private final int pageSize;
    private final PageFetcher<T> fetcher;

    /**
     * Creates a list; sends nothing.
     *
     * @param pageSize the number of items to request at a time, the documented maximum unless there is a reason for
     *     less
     * @param fetcher fetches a page
     * @throws IllegalArgumentException if the page size is below 1
     */
    public PagedCalls(int pageSize, PageFetcher<T> fetcher) {
        this.pageSize = Args.positive("pageSize", pageSize);
        this.fetcher = fetcher;
    }

    @Override
    public Iterator<T> iterator() {
        return stream().iterator();
    }

    @Override
    public Stream<T> stream() {
        return StreamSupport.stream(pages().spliterator(), false).flatMap(List::stream);
    }

    @Override
    public Iterable<List<T>> pages() {
        return () -> new PageIterator<>(pageSize, fetcher);
    }

    @Override
    public List<T> toList() {
        List<T> items = new ArrayList<>();
        pages().forEach(items::addAll);
        return List.copyOf(items);
    }

    static boolean isLast(int size, int pageSize) {
        return size < pageSize && size < SMALLEST_MAXIMUM;
    }
}
