package io.github.domojvm.rest.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Specifies which failures of an operation may be retried, as the API description declares it ({@code x-domo-retry}). A
 * request whose body can be read only once is never retried.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Retry {
    /**
     * Returns which failures may be retried.
     *
     * @return the mode
     */
    Mode value();

    /**
     * Returns the query parameter and value with which the operation is {@link Mode#IDEMPOTENT}
     * ({@code x-domo-idempotent-when}).
     *
     * @return the parameter and value, such as {@code updateMethod=REPLACE}; empty if there is none
     */
    String idempotentWhen() default "";

    /** The failures that may be retried. */
    enum Mode {
        /** Every transient failure, since the operation changes nothing. */
        SAFE,
        /** Every transient failure, since the operation sets the same state again. */
        IDEMPOTENT,
        /**
         * Every transient failure of a deletion. Status 404 after a lost response means that the object was deleted.
         */
        DELETE,
        /**
         * Every transient failure, with more attempts: a part of an upload, which replaces the part with the same
         * number.
         */
        PART,
        /** Only failures for which the request cannot have been processed. */
        UNSENT_ONLY
    }
}
