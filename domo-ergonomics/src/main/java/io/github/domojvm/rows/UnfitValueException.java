package io.github.domojvm.rows;

import org.jspecify.annotations.Nullable;

/**
 * A value or a row that the columns cannot hold. The message says why in words of ours, and never repeats the value.
 */
final class UnfitValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnfitValueException(String message) {
        this(message, null);
    }

    UnfitValueException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
