package io.github.domojvm.page;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.ResponseCheck;
import io.github.domojvm.rest.api.PagesApi;
import io.github.domojvm.rest.model.CreatePageCollectionRequest;
import io.github.domojvm.rest.model.PageCollection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Creates a collection. Domo docs show no body in the response, while Domo's Python SDK reads one; without a body, the
 * collection is found by comparing the collections of the Page before and after.
 */
final class NewCollection {
    private static final String ADVICE =
            "List the collections of the page before you create it again, since that could create two.";

    private final PagesApi api;
    private final CallExecutor calls;

    NewCollection(PagesApi api, CallExecutor calls) {
        this.api = api;
        this.calls = calls;
    }

    PageCollection create(long page, CreatePageCollectionRequest request) {
        Set<Long> before = calls.page(api.listPageCollections(page)).stream()
                .map(PageCollection::id)
                .collect(Collectors.toSet());
        PageCollection created =
                calls.run(api.createPageCollection(page, request), ResponseCheck.hasId(PageCollection::id));
        return created == null ? find(page, request.title(), before) : created;
    }

    private PageCollection find(long page, @Nullable String title, Set<Long> before) {
        List<PageCollection> found = after(page).stream()
                .filter(collection -> !before.contains(collection.id()))
                .filter(collection -> Objects.equals(title, collection.title()))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new DomoDataException(
                FailureReason.UNEXPECTED_RESPONSE,
                unknownId(page)
                        + (found.isEmpty()
                                ? "The list of collections has no new one with its title."
                                : "Several new collections have its title, with the ids "
                                        + found.stream()
                                                .map(collection -> String.valueOf(collection.id()))
                                                .collect(Collectors.joining(", "))
                                        + ": another program created one at the same time."),
                ADVICE);
    }

    private List<PageCollection> after(long page) {
        try {
            return calls.page(api.listPageCollections(page));
        } catch (DomoException e) {
            throw new DomoDataException(
                    unknownId(page) + "The list of collections could not be read: " + e.problem() + " " + ADVICE, e);
        }
    }

    private static String unknownId(long page) {
        return "A collection was created on page " + page + ", but the response has no body, so its id is unknown. ";
    }
}
