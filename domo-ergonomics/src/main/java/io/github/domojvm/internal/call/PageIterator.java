package io.github.domojvm.internal.call;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.FailureReason;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fetches pages one after another during an iteration. */
final class PageIterator<T> implements Iterator<List<T>> {
    private final int pageSize;
    private final PageFetcher<T> fetcher;
    private final Function<? super T, ? extends @Nullable Object> identity;
    private List<@Nullable Object> last = List.of();
    /**
     * The identities of page 1, 2, 4, 8 and so on. A list that goes in circles reaches this page again, so that one
     * page in memory is enough to notice it (Brent's algorithm).
     */
    private List<@Nullable Object> landmark = List.of();

    private int pages;
    private List<T> next = List.of();
    private int offset;
    private boolean ended;

    PageIterator(int pageSize, PageFetcher<T> fetcher, Function<? super T, ? extends @Nullable Object> identity) {
        this.pageSize = pageSize;
        this.fetcher = fetcher;
        this.identity = identity;
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty() && !ended) {
            List<T> page = fetcher.fetch(pageSize, offset);
            List<@Nullable Object> identities = identities(page);
            // A service that ignores the offset would return the same page forever (domo-python-sdk issue 26).
            boolean repeated = identities.equals(last);
            if (!repeated && !page.isEmpty() && identities.equals(landmark)) {
                throw new DomoDataException(
                        FailureReason.UNEXPECTED_RESPONSE,
                        "A list could not be read to its end: the page at offset " + offset
                                + " repeats an earlier page, but not the one before it.",
                        "Read the list again. If it fails again, check whether a proxy changes the responses.");
            }
            offset += page.size();
            ended = repeated || PagedCalls.isLast(page.size(), pageSize);
            next = repeated ? List.of() : page;
            last = identities;
            pages++;
            if (Integer.bitCount(pages) == 1) {
                landmark = identities;
            }
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

    private List<@Nullable Object> identities(List<T> page) {
        List<@Nullable Object> identities = new ArrayList<>(page.size());
        page.forEach(item -> identities.add(identity.apply(item)));
        return identities;
    }
}
