package io.github.domojvm.internal.call;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Fetches pages one after another during an iteration. */
final class PageIterator<T> implements Iterator<List<T>> {
    private final int pageSize;
    private final PageFetcher<T> fetcher;
    private List<T> last = List.of();
    private List<T> next = List.of();
    private int offset;
    private boolean ended;

    PageIterator(int pageSize, PageFetcher<T> fetcher) {
        this.pageSize = pageSize;
        this.fetcher = fetcher;
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty() && !ended) {
            List<T> page = fetcher.fetch(pageSize, offset);
            offset += page.size();
            // A service that ignores the offset would return the same page forever (domo-python-sdk issue 26).
            boolean repeated = page.equals(last);
            ended = repeated || PagedCalls.isLast(page.size(), pageSize);
            next = repeated ? List.of() : page;
            last = page;
        }
        return !next.isEmpty();
    }

    @Override
    public List<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The list has no further page");
        }
        List<T> page = next;
        next = List.of();
        return page;
    }
}
