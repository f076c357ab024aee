package io.github.domojvm.sandbox.internal.page;

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

/** A page and its collections. */
final class PageState {
    final long id;
    String name;
    /** 0 for a page at the top. */
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

    /** Takes off every card that is not in the list, but those that lie in a collection (Domo docs, Page API). */
    void setCards(List<Long> wanted) {
        cardIds.clear();
        cardIds.addAll(wanted);
        collections.values().forEach(collection -> cardIds.addAll(collection.cardIds));
    }

    /**
     * Shows owners in the form of today and in the former one, since clients read either. One who was deleted is left
     * out: what such a user made stays without an owner (Domo docs, User API).
     *
     * @param names gives the name of a user by its id, null when there is none
     */
    ObjectNode json(boolean withCollections, LongFunction<@Nullable String> names) {
        ObjectNode json = Json.object().put("id", id).put("parentId", parentId).put("name", name);
        var owners = json.putArray("owners");
        for (long owner : ownerIds) {
            String name = names.apply(owner);
            if (name != null) {
                owners.addObject().put("id", owner).put("type", "USER").put("displayName", name);
            }
        }
        if (!owners.isEmpty()) {
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
}
