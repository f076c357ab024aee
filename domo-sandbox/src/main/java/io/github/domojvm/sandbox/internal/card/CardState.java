package io.github.domojvm.sandbox.internal.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.Owner;
import io.github.domojvm.sandbox.internal.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A chart card: its definition as it was sent, and its drill views. */
final class CardState {
    final long id;
    ObjectNode definition;
    Instant lastModified;
    final List<String> drillViews = new ArrayList<>();

    CardState(long id, ObjectNode definition, Instant now) {
        this.id = id;
        this.definition = definition;
        this.lastModified = now;
    }

    String title() {
        return definition.path("title").asText("");
    }

    ObjectNode definitionJson() {
        return definition.deepCopy().put("urn", Long.toString(id));
    }

    ObjectNode summaryJson(List<Long> pages) {
        return Json.object()
                .put("cardTitle", title())
                .put("cardUrn", Long.toString(id))
                .put("lastModified", lastModified.toEpochMilli())
                .put("ownerId", Owner.ID)
                .put("ownerName", Owner.NAME)
                .put("type", "kpi")
                .set("pages", Json.array(pages));
    }
}
