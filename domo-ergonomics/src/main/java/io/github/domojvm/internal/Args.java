package io.github.domojvm.internal;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks what callers give, so that they hear of a mistake where they make it. */
public final class Args {
    private Args() {}

    /**
     * Refuses null.
     *
     * @param <T> the value
     * @param name what it is
     * @param value the value
     * @return the value
     * @throws IllegalArgumentException when it is null
     */
    public static <T> T notNull(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " must not be null");
        }
        return value;
    }

    /**
     * Refuses blank text. A blank id would address another operation: the list instead of one of its items.
     *
     * @param name the name of the parameter
     * @param value the value; not repeated in messages, since it may be a secret
     * @return the value
     * @throws NullPointerException if it is null
     * @throws IllegalArgumentException if it is blank
     */
    public static String notBlank(String name, @Nullable String value) {
        if (Objects.requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return value;
    }

    /**
     * Refuses a time that is none.
     *
     * @param name what it is
     * @param value the value
     * @return the value
     * @throws IllegalArgumentException when it is null or not positive
     */
    public static Duration positive(String name, @Nullable Duration value) {
        Duration given = notNull(name, value);
        if (given.isNegative() || given.isZero()) {
            throw new IllegalArgumentException(name + " must be positive: " + given);
        }
        return given;
    }

    /**
     * Refuses the name of a header with characters that HTTP does not allow there.
     *
     * @param name the name
     * @return the name
     * @throws IllegalArgumentException when it cannot be sent
     */
    public static String headerName(String name) {
        if (!notNull("The name of a header", name).matches("[\\w!#$%&'*+.^`|~-]+")) {
            throw new IllegalArgumentException("A header cannot be named \"" + name.replaceAll("\\s", " ") + "\"");
        }
        return name;
    }

    /**
     * Refuses the value of a header that cannot be sent; it is not repeated, since it may be a secret.
     *
     * @param name what it is
     * @param value the value
     * @return the value
     * @throws IllegalArgumentException when it cannot be sent
     */
    public static String headerValue(String name, String value) {
        if (!notNull(name, value).matches("[\\t -~]*")) {
            throw new IllegalArgumentException(
                    name + " holds a line break or another character that a header cannot: only printable ASCII can");
        }
        return value;
    }
}
