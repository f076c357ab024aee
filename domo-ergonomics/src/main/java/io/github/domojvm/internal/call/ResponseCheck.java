package io.github.domojvm.internal.call;

import io.github.domojvm.internal.Members;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a decoded response with a success status can be the service's. Any JSON object decodes as any model,
 * so a portal's {@code {"portal": ...}} would otherwise count as the object or the acknowledgment.
 *
 * @param <T> the decoded content
 */
@FunctionalInterface
public interface ResponseCheck<T> {
    /**
     * Checks a decoded response.
     *
     * @param content the content, null when the body was empty
     * @return whether it can be the service's response
     */
    boolean accepts(@Nullable T content);

    /**
     * Returns a check that accepts everything that could be decoded.
     *
     * @param <T> the content
     * @return the check
     */
    static <T> ResponseCheck<T> none() {
        return content -> true;
    }

    /**
     * Returns a check that accepts an empty body, or an object that has an id.
     *
     * @param <T> the content
     * @param id returns its id
     * @return the check
     */
    static <T> ResponseCheck<T> hasId(Function<? super T, ? extends @Nullable Object> id) {
        return content -> content == null || Members.orNull(content, id) != null;
    }

    /**
     * Returns a check that accepts an empty body, or an object with the id that was addressed; case is ignored, as in
     * UUIDs.
     *
     * @param <T> the content
     * @param id returns its id
     * @param addressed the id in the request
     * @return the check
     */
    static <T> ResponseCheck<T> hasId(Function<? super T, ? extends @Nullable Object> id, Object addressed) {
        return content -> content == null
                || addressed.toString().equalsIgnoreCase(String.valueOf((Object) Members.orNull(content, id)));
    }

    /** The response was decoded, and a check found that it is not the service's. */
    final class RejectedResponseException extends IOException {
        private static final long serialVersionUID = 1L;

        RejectedResponseException() {
            super("The response is not Domo's");
        }
    }
}
