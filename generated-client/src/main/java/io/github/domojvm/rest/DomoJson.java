package io.github.domojvm.rest;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import io.github.domojvm.rest.model.ModelAdapters;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Provides the Moshi instance that reads and writes Domo's JSON, without reflection. */
public final class DomoJson {
    private static final JsonAdapter.Factory PLAIN_TYPES = DomoJson::plainTypes;

    private static final Moshi MOSHI =
            new Moshi.Builder().add(PLAIN_TYPES).add(new ModelAdapters()).build();

    private DomoJson() {}

    /**
     * Returns the configured Moshi. Safe for use by several threads.
     *
     * @return the instance that the client uses
     */
    public static Moshi moshi() {
        return MOSHI;
    }

    private static @Nullable JsonAdapter<?> plainTypes(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
        if (type == Object.class) {
            return new FreeFormAdapter();
        }
        if (Types.getRawType(type) == Map.class) {
            // A key with a null value is significant in a map, but Moshi omits it by default.
            return moshi.nextAdapter(PLAIN_TYPES, type, annotations).serializeNulls();
        }
        if (type == BigDecimal.class) {
            return new DecimalAdapter().nullSafe();
        }
        return type == Instant.class ? new InstantAdapter().nullSafe() : null;
    }
}
