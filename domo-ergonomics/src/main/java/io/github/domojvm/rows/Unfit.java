package io.github.domojvm.rows;

import org.jspecify.annotations.Nullable;

/** A value or a row that the columns cannot hold. The message says why in words of ours, and never repeats the value. */
final class Unfit extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Unfit(String message) {
        this(message, null);
    }

    Unfit(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
