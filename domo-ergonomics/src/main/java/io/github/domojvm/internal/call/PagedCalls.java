package io.github.domojvm.internal.call;

import io.github.domojvm.internal.Args;
import io.github.domojvm.paging.PagedIterable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list that is fetched page by page, with one call per page.
 *
 * @param <T> the items
 */
public final class PagedCalls<T> implements PagedIterable<T> {
    /**
     * The smallest maximum page size of any endpoint. A shorter page than requested is the last one only if it has
     * fewer items than this: otherwise the service may have applied its own maximum.
     */
    private static final int SMALLEST_MAXIMUM = 50;

    private final int pageSize;
    private final PageFetcher<T> fetcher;
    private final Function<? super T, ? extends @Nullable Object> identity;

    /**
     * Creates a list. Sends nothing.
     *
     * @param pageSize the number of items to request per page, normally the documented maximum
     * @param fetcher fetches a page
     * @throws IllegalArgumentException if the page size is below 1
     */
    public PagedCalls(int pageSize, PageFetcher<T> fetcher) {
        this(pageSize, fetcher, item -> item);
    }

    /**
     * Creates a list of items that can change while it is read. Sends nothing.
     *
     * @param pageSize the number of items to request per page, normally the documented maximum
     * @param fetcher fetches a page
     * @param identity returns what does not change of an item, such as its id; a page with the same identities as an
     *     earlier one is repeated
     * @throws IllegalArgumentException if the page size is below 1
     */
    public PagedCalls(int pageSize, PageFetcher<T> fetcher, Function<? super T, ? extends @Nullable Object> identity) {
        this.pageSize = Args.positive("pageSize", pageSize);
        this.fetcher = fetcher;
        this.identity = identity;
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
        return () -> new PageIterator<>(pageSize, fetcher, identity);
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
