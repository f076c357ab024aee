package io.github.domojvm.sandbox.internal.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.Owner;
import io.github.domojvm.sandbox.internal.http.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A Page and its collections. */
final class PageState {
    final long id;
    String name;
    /** 0 for a top-level page. */
    long parentId;

    boolean locked;
    final Set<Long> cardIds = new LinkedHashSet<>();
    List<Long> ownerIds = List.of(Owner.ID);
    List<Long> visibleUsers = List.of();
    List<Long> visibleGroups = List.of();
    Map<Long, CollectionState> collections = new LinkedHashMap<>();

    PageState(long id, String name) {
        this.id = id;
        this.name = name;
    }

    /** Sets the cards. Cards in a collection stay on the page even if they are not listed (Domo docs, Page API). */
    void setCards(List<Long> requested) {
        cardIds.clear();
        cardIds.addAll(requested);
        collections.values().forEach(collection -> cardIds.addAll(collection.cardIds));
    }

    /**
     * Returns the page. A deleted owner is omitted: the objects of a deleted user stay without an owner (Domo docs,
     * User API).
     *
     * @param withOwnerId whether the first owner is returned as {@code ownerId}, instead of all as {@code owners}
     * @param names returns the name of a user by its id, or null if the user does not exist
     */
    ObjectNode json(boolean withCollections, boolean withOwnerId, LongFunction<@Nullable String> names) {
        ObjectNode json = Json.object().put("id", id).put("parentId", parentId).put("name", name);
        ArrayNode owners = owners(names);
        if (!withOwnerId) {
            json.set("owners", owners);
        } else if (!owners.isEmpty()) {
            json.set("ownerId", owners.get(0).get("id"));
        }
        json.put("locked", locked);
        if (withCollections) {
            json.set("collectionIds", Json.array(collections.keySet()));
        }
        json.set("cardIds", Json.array(cardIds));
        json.putObject("visibility")
                .<ObjectNode>set("userIds", Json.array(visibleUsers))
                .set("groupIds", Json.array(visibleGroups));
        return json;
    }

    private ArrayNode owners(LongFunction<@Nullable String> names) {
        ArrayNode owners = Json.array();
        for (long owner : ownerIds) {
            String displayName = names.apply(owner);
            if (displayName != null) {
                owners.addObject().put("id", owner).put("type", "USER").put("displayName", displayName);
            }
        }
        return owners;
    }
}
