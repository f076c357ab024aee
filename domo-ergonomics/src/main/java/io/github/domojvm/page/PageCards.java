package io.github.domojvm.page;

import io.github.domojvm.error.ApiFailure;
import io.github.domojvm.error.ConflictException;
import io.github.domojvm.internal.CallExecutor;
import io.github.domojvm.internal.Repeat;
import io.github.domojvm.rest.api.PagesApi;
import io.github.domojvm.rest.model.UpdatePageRequest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Changes a part of the cards of a page, of which the service takes the whole list only. */
final class PageCards {
    private static final int ATTEMPTS = 4;

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
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Set<Long> wanted = change.apply(present);
            if (wanted.equals(present)) {
                return List.copyOf(present);
            }
            Void unused = calls.run(
                    api.updatePage(
                            page,
                            UpdatePageRequest.builder()
                                    .cardIds(List.copyOf(wanted))
                                    .build()),
                    Repeat.READ);
            Set<Long> found = cards(page);
            if (found.equals(wanted)) {
                return List.copyOf(found);
            }
            present = found;
        }
        throw new ConflictException(
                new ApiFailure(
                        "PUT",
                        "/v1/pages/" + page,
                        409,
                        null,
                        "Others changed the cards of the page during each of " + ATTEMPTS + " attempts",
                        ATTEMPTS),
                "Let one program at a time change the page, and repeat.");
    }

    private Set<Long> cards(long page) {
        return new LinkedHashSet<>(Objects.requireNonNullElse(
                calls.get(api.getPage(page), Repeat.READ).cardIds(), List.of()));
    }
}
