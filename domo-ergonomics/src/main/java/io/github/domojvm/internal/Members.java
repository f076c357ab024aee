package io.github.domojvm.internal;

import io.github.domojvm.rest.model.MissingMemberException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads members of models that are declared as always present, in code that also handles their absence. */
public final class Members {
    private Members() {}

    /**
     * Returns a member, or null if it is absent.
     *
     * @param <T> the model
     * @param <R> the member
     * @param model the object; null is treated as an object without members
     * @param accessor the accessor of the member
     * @return the member, null if it is absent
     */
    public static <T, R> @Nullable R orNull(@Nullable T model, Function<? super T, ? extends @Nullable R> accessor) {
        try {
            return model == null ? null : accessor.apply(model);
        } catch (MissingMemberException e) {
            return null;
        }
    }
}
