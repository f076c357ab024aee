package io.github.domojvm.rest.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States what may be retried when the response to an operation is lost, as the API description declares it
 * ({@code x-domo-retry}). A request whose body can be read only once is never retried.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Retry {
    /**
     * Returns what may be retried.
     *
     * @return the mode
     */
    Mode value();

    /**
     * Returns the query parameter and value with which the operation is {@link Mode#IDEMPOTENT}
     * ({@code x-domo-idempotent-when}).
     *
     * @return such as {@code updateMethod=REPLACE}, empty without such a parameter
     */
    String idempotentWhen() default "";

    /** What may be retried. */
    enum Mode {
        /** The operation changes nothing: every transient failure. */
        SAFE,
        /** The operation sets the same state again: every transient failure. */
        IDEMPOTENT,
        /** The operation deletes: every transient failure; 404 after a lost response means that it was deleted. */
        DELETE,
        /** A part of an upload, which replaces itself under its number: every transient failure, more often. */
        PART,
        /** Only failures after which the request cannot have been processed. */
        UNSENT_ONLY
    }
}
