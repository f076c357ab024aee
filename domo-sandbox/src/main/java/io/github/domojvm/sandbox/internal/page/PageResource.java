package io.github.domojvm.sandbox.internal.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Page;
import io.github.domojvm.sandbox.internal.http.Router;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /v1/pages}. */
final class PageResource {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final PageApi api;

    PageResource(PageApi api) {
        this.api = api;
    }

    void addTo(Router router) {
        router.add("POST", "/v1/pages", "dashboard", this::create)
                .add("GET", "/v1/pages", "dashboard", this::list)
                .add("GET", "/v1/pages/{id}", "dashboard", this::get)
                .add("PUT", "/v1/pages/{id}", "dashboard", this::update)
                .add("DELETE", "/v1/pages/{id}", "dashboard", this::delete);
    }

    private ApiResponse create(Call call) throws IOException {
        ObjectNode body = call.json();
        String name = Json.requiredText(body, "name");
        return ApiResponse.json(201, api.state.with(() -> {
            PageState page = new PageState(api.state.nextNumber(), name);
            change(page, body);
            api.pages.put(page.id, page);
            api.note("CREATED", page);
            return api.json(page, false);
        }));
    }

    /** Lists top-level pages, each with the tree below it. The limit applies to top-level pages. */
    private ApiResponse list(Call call) {
        Page page = Page.of(call.params(), DEFAULT_LIMIT, MAX_LIMIT);
        return ApiResponse.json(200, api.state.with(() -> page.of(children(0).stream(), this::tree)));
    }

    private ApiResponse get(Call call) {
        return ApiResponse.json(200, api.state.with(() -> {
            PageState page = api.page(call.number(0));
            api.note("VIEWED", page);
            return api.json(page, true);
        }));
    }

    private ApiResponse update(Call call) throws IOException {
        ObjectNode body = call.json();
        return api.state.with(() -> {
            PageState page = api.page(call.number(0));
            change(page, body);
            api.note("UPDATED", page);
            return ApiResponse.empty(204);
        });
    }

    /** Moves the children of the deleted page to the top level. */
    private ApiResponse delete(Call call) {
        return api.state.with(() -> {
            PageState page = api.page(call.number(0));
            children(page.id).forEach(child -> child.parentId = 0);
            api.pages.remove(page.id);
            api.note("DELETED", page);
            return ApiResponse.empty(204);
        });
    }

    private List<PageState> children(long parent) {
        return api.pages.values().stream()
                .filter(page -> page.parentId == parent)
                .toList();
    }

    private ObjectNode tree(PageState page) {
        ObjectNode json = Json.object().put("id", page.id).put("name", page.name);
        ArrayNode below = json.putArray("children");
        children(page.id).forEach(child -> below.add(tree(child)));
        return json;
    }

    /** Validates the complete body before it changes anything. */
    private void change(PageState page, ObjectNode body) {
        String name = body.hasNonNull("name") ? Json.requiredText(body, "name") : page.name;
        long parentId = parent(page, Json.number(body, "parentId"));
        Boolean locked = Json.bool(body, "locked");
        List<Long> cards = Json.numbers(body, "cardIds");
        List<Long> owners = owners(body);
        Map<Long, CollectionState> order = order(page, Json.numbers(body, "collectionIds"));
        JsonNode visibility = body.path("visibility");
        List<Long> users = visibility instanceof ObjectNode seen ? Json.numbers(seen, "userIds") : null;
        List<Long> groups = visibility instanceof ObjectNode seen ? Json.numbers(seen, "groupIds") : null;

        boolean accessChanged = users != null || groups != null || parentId != page.parentId;
        page.name = name;
        page.parentId = parentId;
        page.locked = Objects.requireNonNullElse(locked, page.locked);
        page.ownerIds = Objects.requireNonNullElse(owners, page.ownerIds);
        page.visibleUsers = Objects.requireNonNullElse(users, page.visibleUsers);
        page.visibleGroups = Objects.requireNonNullElse(groups, page.visibleGroups);
        page.collections = order;
        if (cards != null) {
            page.setCards(cards);
        }
        if (accessChanged) {
            shareWithParents(page);
        }
    }

    /** Adds the users and Groups that see a page to the pages above it (Domo docs, Page API). */
    private void shareWithParents(PageState page) {
        for (PageState above = api.pages.get(page.parentId); above != null; above = api.pages.get(above.parentId)) {
            above.visibleUsers = joined(above.visibleUsers, page.visibleUsers);
            above.visibleGroups = joined(above.visibleGroups, page.visibleGroups);
        }
    }

    private static List<Long> joined(List<Long> some, List<Long> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    private long parent(PageState page, @Nullable Long requested) {
        if (requested == null) {
            return page.parentId;
        }
        for (long above = requested; above != 0; above = api.pages.get(above).parentId) {
            if (!api.pages.containsKey(above)) {
                throw ApiException.badRequest("parentId: no page " + above);
            }
            if (above == page.id) {
                throw ApiException.badRequest("parentId: page " + page.id + " cannot be below itself");
            }
        }
        return requested;
    }

    private @Nullable List<Long> owners(ObjectNode body) {
        if (body.path("owners").isArray()) {
            List<Long> ids = new ArrayList<>();
            for (JsonNode owner : body.path("owners")) {
                Long id = owner instanceof ObjectNode named ? Json.number(named, "id") : null;
                if (id == null) {
                    throw ApiException.badRequest("Each owner requires an id");
                }
                ids.add(id);
            }
            if (ids.isEmpty()) {
                throw ApiException.badRequest("owners must not be empty");
            }
            api.people.requireUsers("owners", ids);
            return List.copyOf(ids);
        }
        Long owner = Json.id(body, "ownerId");
        if (owner == null) {
            return null;
        }
        api.people.requireUsers("ownerId", List.of(owner));
        return List.of(owner);
    }

    /** Collections can be reordered, but not added or removed (Domo docs, Page API). */
    private static Map<Long, CollectionState> order(PageState page, @Nullable List<Long> requested) {
        if (requested == null) {
            return page.collections;
        }
        if (!new HashSet<>(requested).equals(page.collections.keySet())
                || requested.size() != page.collections.size()) {
            throw ApiException.badRequest("collectionIds must contain the collections of the page, "
                    + page.collections.keySet() + ", in any order");
        }
        Map<Long, CollectionState> ordered = new LinkedHashMap<>();
        requested.forEach(id -> ordered.put(id, Objects.requireNonNull(page.collections.get(id))));
        return ordered;
    }
}
