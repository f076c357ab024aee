package io.github.domojvm.sandbox.internal.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.Json;
import java.util.LinkedHashSet;
import java.util.Set;

/** A collection: a titled set of cards on a Page. */
final class CollectionState {
    final long id;
    String title;
    String description = "";
    final Set<Long> cardIds = new LinkedHashSet<>();

    CollectionState(long id, String title) {
        this.id = id;
        this.title = title;
    }

    ObjectNode json() {
        return Json.object()
                .put("id", id)
                .put("title", title)
                .put("description", description)
                .set("cardIds", Json.array(cardIds));
    }
}
