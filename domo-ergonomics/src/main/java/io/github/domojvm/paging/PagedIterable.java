package io.github.domojvm.paging;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list that is fetched from the service page by page while it is read. Nothing is sent before the first item is
 * requested. Each iteration starts at the first page.
 *
 * <pre>{@code
 * for (DataSet dataSet : domo.dataSets().list()) {
 *     System.out.println(dataSet.name());
 * }
 * }</pre>
 *
 * <p>The service returns neither a total nor links. The list ends at an empty page, at a page equal to the previous
 * one, or at a page shorter than both the page size and 50, the smallest maximum of an endpoint. A list whose pages
 * repeat in any other way fails with a {@link io.github.domojvm.error.DomoDataException} instead of never ending. If
 * items are created or deleted during an iteration, others can move between pages and be missed or returned twice.
 *
 * <p>Every method that reads blocks on the network and throws a {@link io.github.domojvm.error.DomoException} if a page
 * cannot be fetched. Immutable and thread-safe; iterators and streams are not. Only this library implements the
 * interface.
 *
 * @param <T> the type of the items
 */
public interface PagedIterable<T> extends Iterable<T> {
    /**
     * Returns an iterator that starts at the first item. Its {@code hasNext} fetches the next page when needed.
     *
     * @return a new iterator
     */
    @Override
    Iterator<T> iterator();

    /**
     * Returns the items as a stream. A short-circuiting operation such as {@code limit} fetches no page that it does
     * not need.
     *
     * @return a new sequential stream
     */
    Stream<T> stream();

    /**
     * Returns the pages as returned by the service.
     *
     * @return the pages, none of them empty
     */
    Iterable<List<T>> pages();

    /**
     * Reads all pages.
     *
     * @return all items, in memory
     */
    List<T> toList();
}
