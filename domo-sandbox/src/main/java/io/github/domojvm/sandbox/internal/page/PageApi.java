package io.github.domojvm.sandbox.internal.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.ActivityLog;
import io.github.domojvm.sandbox.internal.SandboxState;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.Router;
import io.github.domojvm.sandbox.internal.people.PeopleApi;
import java.util.List;
import java.util.TreeMap;

/** The Page API, and the queries of the Cards API. Ids of cards are not checked, since no source documents a check. */
public final class PageApi {
    final TreeMap<Long, PageState> pages = new TreeMap<>();
    final SandboxState state;
    final ActivityLog activity;
    final PeopleApi people;
    private final boolean withOwnerId;

    public PageApi(SandboxState state, ActivityLog activity, PeopleApi people, boolean withOwnerId) {
        this.state = state;
        this.activity = activity;
        this.people = people;
        this.withOwnerId = withOwnerId;
    }

    public void addTo(Router router) {
        new PageResource(this).addTo(router);
        new CollectionResource(this).addTo(router);
    }

    /** Lists the pages that contain a card. Call only inside {@link SandboxState#with}. */
    public List<Long> pagesOf(long cardId) {
        return pages.values().stream()
                .filter(page -> page.cardIds.contains(cardId))
                .map(page -> page.id)
                .toList();
    }

    /** Adds a card to a page. Call only inside {@link SandboxState#with}. */
    public void put(long cardId, long pageId) {
        page(pageId).cardIds.add(cardId);
    }

    PageState page(long id) {
        PageState page = pages.get(id);
        if (page == null) {
            throw ApiException.notFound("Page", id);
        }
        return page;
    }

    ObjectNode json(PageState page, boolean withCollections) {
        return page.json(withCollections, withOwnerId, people::userName);
    }

    void note(String action, PageState page) {
        activity.record(action, "PAGE", page.id, page.name);
    }
}
