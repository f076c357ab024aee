package io.github.domojvm.page;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.ResponseCheck;
import io.github.domojvm.rest.api.PagesApi;
import io.github.domojvm.rest.model.DomoPage;
import io.github.domojvm.rest.model.PageCollection;
import io.github.domojvm.rest.model.UpdatePageCollectionRequest;
import io.github.domojvm.rest.model.UpdatePageRequest;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Adds and removes Cards of a Page. The service only accepts the complete list of Cards. */
final class PageCards {
    private static final int UPDATES = 4;

    private final PagesApi api;
    private final CallExecutor calls;

    PageCards(PagesApi api, CallExecutor calls) {
        this.api = api;
        this.calls = calls;
    }

    List<Long> add(long page, Collection<Long> cards) {
        return change(page, present -> {
            Set<Long> wanted = new LinkedHashSet<>(present);
            wanted.addAll(cards);
            return wanted;
        });
    }

    List<Long> remove(long page, Collection<Long> cards) {
        return change(page, present -> {
            Set<Long> wanted = new LinkedHashSet<>(present);
            wanted.removeAll(Set.copyOf(cards));
            return wanted;
        });
    }

    private List<Long> change(long page, UnaryOperator<Set<Long>> change) {
        Set<Long> present = cards(page);
        for (int update = 1; ; update++) {
            Set<Long> wanted = change.apply(present);
            if (wanted.equals(present)) {
                return List.copyOf(present);
            }
            if (update > UPDATES) {
                throw new DomoDataException(
                        "The cards of page " + page + " could not be changed. After each of " + UPDATES
                                + " updates the page had other cards than those that were set. Another program may be"
                                + " changing the page, or the service does not accept one of the cards. Check the card ids,"
                                + " let one program at a time change the page, and retry.",
                        null);
            }
            Set<Long> removed = new LinkedHashSet<>(present);
            removed.removeAll(wanted);
            if (!removed.isEmpty()) {
                removeFromCollections(page, removed);
            }
            calls.send(api.updatePage(
                    page,
                    UpdatePageRequest.builder().cardIds(List.copyOf(wanted)).build()));
            Set<Long> found = cards(page);
            if (found.equals(wanted)) {
                return List.copyOf(found);
            }
            present = found;
        }
    }

    /** A Card in a collection stays on the Page, even if the list of Cards omits it (Domo docs, Page API). */
    private void removeFromCollections(long page, Set<Long> removed) {
        for (PageCollection collection : calls.page(api.listPageCollections(page))) {
            List<Long> present = Objects.requireNonNullElse(collection.cardIds(), List.of());
            if (!Collections.disjoint(present, removed)) {
                List<Long> remaining =
                        present.stream().filter(card -> !removed.contains(card)).toList();
                calls.send(api.updatePageCollection(
                        page,
                        collection.id(),
                        UpdatePageCollectionRequest.builder().cardIds(remaining).build()));
            }
        }
    }

    private Set<Long> cards(long page) {
        return new LinkedHashSet<>(Objects.requireNonNullElse(
                calls.get(api.getPage(page), ResponseCheck.hasId(DomoPage::id, page))
                        .cardIds(),
                List.of()));
    }
}
