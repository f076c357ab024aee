package io.github.domojvm.sandbox.internal.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Router;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** {@code /v1/pages/{id}/collections}. */
final class CollectionResource {
    private final PageApi api;

    CollectionResource(PageApi api) {
        this.api = api;
    }

    void addTo(Router router) {
        router.add("GET", "/v1/pages/{id}/collections", "dashboard", this::list)
                .add("POST", "/v1/pages/{id}/collections", "dashboard", this::create)
                .add("PUT", "/v1/pages/{id}/collections/{collection}", "dashboard", this::update)
                .add("DELETE", "/v1/pages/{id}/collections/{collection}", "dashboard", this::delete);
    }

    private ApiResponse list(Call call) {
        return ApiResponse.json(200, api.state.with(() -> {
            ArrayNode all = Json.array();
            api.page(call.number(0)).collections.values().forEach(collection -> all.add(collection.json()));
            return all;
        }));
    }

    private ApiResponse create(Call call) throws IOException {
        ObjectNode body = call.json();
        String title = Json.requiredText(body, "title");
        return ApiResponse.json(200, api.state.with(() -> {
            PageState page = api.page(call.number(0));
            CollectionState collection = new CollectionState(api.state.nextNumber(), title);
            change(page, collection, body);
            page.collections.put(collection.id, collection);
            note("CREATED", collection);
            return collection.json();
        }));
    }

    private ApiResponse update(Call call) throws IOException {
        ObjectNode body = call.json();
        return api.state.with(() -> {
            PageState page = api.page(call.number(0));
            CollectionState collection = collection(page, call.number(1));
            change(page, collection, body);
            note("UPDATED", collection);
            return ApiResponse.empty(204);
        });
    }

    private ApiResponse delete(Call call) {
        return api.state.with(() -> {
            PageState page = api.page(call.number(0));
            CollectionState collection = collection(page, call.number(1));
            page.collections.remove(collection.id);
            note("DELETED", collection);
            return ApiResponse.empty(204);
        });
    }

    private static void change(PageState page, CollectionState collection, ObjectNode body) {
        String title = body.hasNonNull("title") ? Json.requiredText(body, "title") : collection.title;
        String description = Json.text(body, "description");
        List<Long> cards = Json.numbers(body, "cardIds");
        if (cards != null && !page.cardIds.containsAll(cards)) {
            throw ApiException.badRequest(
                    "cardIds: the page has only the cards " + page.cardIds + "; add the card to the page first");
        }
        collection.title = title;
        collection.description = Objects.requireNonNullElse(description, collection.description);
        if (cards != null) {
            collection.cardIds.clear();
            collection.cardIds.addAll(cards);
        }
    }

    private static CollectionState collection(PageState page, long id) {
        CollectionState collection = page.collections.get(id);
        if (collection == null) {
            throw ApiException.notFound("Collection", id);
        }
        return collection;
    }

    private void note(String action, CollectionState collection) {
        api.activity.record(action, "COLLECTION", collection.id, collection.title);
    }
}
