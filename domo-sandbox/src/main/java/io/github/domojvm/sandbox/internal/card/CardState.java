package io.github.domojvm.sandbox.internal.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.Owner;
import io.github.domojvm.sandbox.internal.http.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A chart card: its definition as sent, and its drill views. */
final class CardState {
    final long id;
    private ObjectNode definition;
    Instant lastModified;
    private final Map<String, ObjectNode> drillViews = new LinkedHashMap<>();

    CardState(long id, ObjectNode definition, Instant now) {
        this.id = id;
        this.definition = definition;
        this.lastModified = now;
    }

    String title() {
        return definition.path("title").asText("");
    }

    String urn() {
        return Long.toString(id);
    }

    /** Returns whether a URN is that of the card or of one of its drill views. */
    boolean has(String urn) {
        return urn.equals(urn()) || drillViews.containsKey(urn);
    }

    void define(String urn, ObjectNode changed) {
        if (urn.equals(urn())) {
            definition = changed;
        } else {
            drillViews.put(urn, changed);
        }
    }

    /** Adds a drill view and returns its URN. */
    String drill(ObjectNode view) {
        String urn = urn() + "-drill-" + (drillViews.size() + 1);
        drillViews.put(urn, view);
        return urn;
    }

    /** Returns the URNs of the drill views in drill order. */
    Set<String> drillOrder() {
        return drillViews.keySet();
    }

    ObjectNode definitionJson(String urn) {
        ObjectNode selected = drillViews.getOrDefault(urn, definition);
        return selected.deepCopy().put("urn", urn);
    }

    /** Returns the form used in lists (Domo docs, Cards API). */
    ObjectNode json(List<Long> pages) {
        return Json.object()
                .put("cardTitle", title())
                .put("cardUrn", urn())
                .put("lastModified", lastModified.toEpochMilli())
                .put("type", "kpi")
                .set("pages", Json.array(pages));
    }

    ObjectNode fullJson(List<Long> pages) {
        return json(pages).put("ownerId", Owner.ID).put("ownerName", Owner.NAME);
    }
}
