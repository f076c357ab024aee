package io.github.domojvm;

import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The facades of a client, each created when it is first used: most programs use few of them, and each loads its
 * operations. Thread-safe.
 */
final class Facades {
    private final ClientContext context;
    private final Map<Class<?>, Object> created = new ConcurrentHashMap<>();

    Facades(ClientContext context) {
        this.context = context;
    }

    /** Returns the facade of a type, always the same one. */
    <F> F get(Class<F> facade) {
        Object present = created.get(facade);
        return facade.cast(Objects.requireNonNullElseGet(
                present, () -> created.computeIfAbsent(facade, type -> FacadeFactory.create(type, context))));
    }
}
