package io.github.domojvm.internal.call;

import io.github.domojvm.internal.Members;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether a decoded response with a success status can be from the service. Any JSON object can be decoded as
 * any model, so {@code {"portal": ...}} from a captive portal would otherwise count as the object or the
 * acknowledgment.
 *
 * @param <T> the decoded content
 */
@FunctionalInterface
public interface ResponseCheck<T> {
    /**
     * Checks a decoded response.
     *
     * @param content the content, null if the body was empty
     * @return whether it can be from the service
     */
    boolean accepts(@Nullable T content);

    /**
     * Returns a check that accepts any decoded response.
     *
     * @param <T> the content
     * @return the check
     */
    static <T> ResponseCheck<T> none() {
        return content -> true;
    }

    /**
     * Returns a check that accepts an empty body or an object that has an id.
     *
     * @param <T> the content
     * @param id returns the id of the content
     * @return the check
     */
    static <T> ResponseCheck<T> hasId(Function<? super T, ? extends @Nullable Object> id) {
        return content -> content == null || Members.orNull(content, id) != null;
    }

    /**
     * Returns a check that accepts an empty body or an object with the requested id. Case is ignored, as in UUIDs.
     *
     * @param <T> the content
     * @param id returns the id of the content
     * @param addressed the id in the request
     * @return the check
     */
    static <T> ResponseCheck<T> hasId(Function<? super T, ? extends @Nullable Object> id, Object addressed) {
        return content -> content == null
                || addressed.toString().equalsIgnoreCase(String.valueOf((Object) Members.orNull(content, id)));
    }

    /** The response was decoded, but a check found that it is not from the service. */
    final class RejectedResponseException extends IOException {
        private static final long serialVersionUID = 1L;

        RejectedResponseException() {
            super("The response is not from Domo");
        }
    }
}
