package io.github.domojvm.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The credentials are good and do not suffice: status 403, or what stands for it. */
public final class PermissionException extends DomoApiException {
    private static final long serialVersionUID = 1L;

    /** The scope that the service asked for. */
    private final @Nullable String missingScope;

    /**
     * Makes one.
     *
     * @param failure what is known of the call
     * @param missingScope the scope that the service asked for, null when it named none
     * @param nextStep what the caller can do, a whole sentence
     */
    public PermissionException(ApiFailure failure, @Nullable String missingScope, String nextStep) {
        super(FailureReason.NOT_PERMITTED, failure, nextStep);
        this.missingScope = missingScope;
    }

    /**
     * Returns the scope that the token lacks.
     *
     * @return such as {@code data}; empty when the service named none
     */
    public Optional<String> missingScope() {
        return Optional.ofNullable(missingScope);
    }
}
