package io.github.domojvm.paging;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list of the service that is fetched page by page while it is read. Nothing is sent before the first item is
 * requested; every iteration starts again at the first page.
 *
 * <pre>{@code
 * for (DataSet dataSet : domo.dataSets().list()) {
 *     System.out.println(dataSet.name());
 * }
 * }</pre>
 *
 * <p>The service reports no total and sends no links. The list ends with an empty page, with a page that repeats the
 * one before it, or with a page shorter than both the page size and 50, the smallest maximum of an endpoint. Items that
 * are created or deleted meanwhile can move others between pages, so that one is missed or read twice.
 *
 * <p>Every method that reads blocks on the network and throws a {@link io.github.domojvm.error.DomoException} if a page
 * cannot be fetched. Immutable and safe for use by several threads; an iterator or a stream is not. Only this library
 * implements it.
 *
 * @param <T> the items
 */
public interface PagedIterable<T> extends Iterable<T> {
    /**
     * Returns an iterator at the first item. Its {@code hasNext} fetches the next page where one ends.
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
     * Returns the pages as the service sends them.
     *
     * @return pages, none of them empty
     */
    Iterable<List<T>> pages();

    /**
     * Reads the whole list.
     *
     * @return all items
     */
    List<T> toList();
}
