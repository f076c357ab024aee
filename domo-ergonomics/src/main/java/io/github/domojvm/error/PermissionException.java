package io.github.domojvm.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown if the client or its user lacks a scope or a permission: status 403 or an equivalent. */
public final class PermissionException extends DomoApiException {
    private static final long serialVersionUID = 1L;

    /** The scope that the service requires. */
    private final @Nullable String missingScope;

    /**
     * Creates an exception.
     *
     * @param failure the details of the call
     * @param missingScope the scope that the service requires; null if the response names none
     * @param nextStep what the caller can do, a complete sentence
     */
    public PermissionException(ApiFailure failure, @Nullable String missingScope, String nextStep) {
        super(FailureReason.NOT_PERMITTED, failure, nextStep);
        this.missingScope = missingScope;
    }

    /**
     * Returns the scope that the token lacks.
     *
     * @return the scope, such as {@code data}; empty if the response names none
     */
    public Optional<String> missingScope() {
        return Optional.ofNullable(missingScope);
    }
}
