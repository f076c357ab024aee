package io.github.domojvm.internal.client;

import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Creates facades. Their constructors are not public, since applications get facades only from a client. Each facade
 * registers its constructor here when its class is initialized.
 */
public final class FacadeFactory {
    private static final Map<Class<?>, Function<ClientContext, ?>> CONSTRUCTORS = new ConcurrentHashMap<>();

    private FacadeFactory() {}

    /**
     * Registers the constructor of a facade; called by the facade's static initializer.
     *
     * @param <F> the facade
     * @param facade its class
     * @param constructor its constructor
     */
    public static <F> void register(Class<F> facade, Function<ClientContext, F> constructor) {
        CONSTRUCTORS.put(facade, constructor);
    }

    /**
     * Creates a facade.
     *
     * @param <F> the facade
     * @param facade its class
     * @param client the objects that the facades share
     * @return a new facade
     */
    public static <F> F create(Class<F> facade, ClientContext client) {
        try {
            Class<?> initialized = MethodHandles.lookup().ensureInitialized(facade);
            return facade.cast(
                    Objects.requireNonNull(CONSTRUCTORS.get(initialized)).apply(client));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The facade " + facade + " is not public", e);
        }
    }
}
