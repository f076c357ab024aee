package io.github.domojvm.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clients that can request tokens: those of the builder and those created through the API. */
final class Clients {
    private final Client first;
    private final Map<String, Client> byId;

    Clients(Map<String, Client> built) {
        first = built.values().iterator().next();
        byId = new LinkedHashMap<>(built);
    }

    Client first() {
        return first;
    }

    synchronized @Nullable Client find(String id) {
        return byId.get(id);
    }

    synchronized void add(Client client) {
        byId.put(client.id(), client);
    }
}
