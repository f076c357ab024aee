package io.github.domojvm.rows;

import org.jspecify.annotations.Nullable;

/** Thrown if the columns cannot store a value or a row. The message states why and never contains the value. */
final class UnfitValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnfitValueException(String message) {
        this(message, null);
    }

    UnfitValueException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
