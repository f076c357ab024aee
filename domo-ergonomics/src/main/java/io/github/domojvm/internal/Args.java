package io.github.domojvm.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the arguments of public methods before any other work. Each check returns the argument. For null it throws a
 * {@link NullPointerException} with the message {@code <name> is null}; for any other invalid value it throws an
 * {@link IllegalArgumentException} whose message starts with the parameter's name.
 */
public final class Args {
    private Args() {}

    /**
     * Requires a value.
     *
     * @param <T> the type of the value
     * @param name the parameter's name
     * @param value the argument
     * @return the argument
     */
    public static <T> T notNull(String name, @Nullable T value) {
        if (value == null) {
            throw new NullPointerException(name + " is null");
        }
        return value;
    }

    /**
     * Requires text with at least one character other than white space. With a blank id, a path would address another
     * operation, such as a list.
     *
     * @param name the parameter's name
     * @param value the argument
     * @return the argument
     */
    public static String notBlank(String name, @Nullable String value) {
        String text = notNull(name, value);
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return text;
    }

    /**
     * Requires a constant that can be sent. {@code UNKNOWN} of a generated enum represents constants that the service
     * may add.
     *
     * @param <E> the type of the constant
     * @param name the parameter's name
     * @param value the argument
     * @return the argument
     */
    public static <E extends Enum<E>> E known(String name, @Nullable E value) {
        E constant = notNull(name, value);
        if (constant.name().equals("UNKNOWN")) {
            throw new IllegalArgumentException(name + " must be a known constant: UNKNOWN cannot be sent");
        }
        return constant;
    }

    /**
     * Requires a number of at least 1, such as a count or an id.
     *
     * @param name the parameter's name
     * @param value the argument
     * @return the argument
     */
    public static int positive(String name, int value) {
        return Math.toIntExact(positive(name, (long) value));
    }

    /**
     * Requires a number of at least 1, such as a count or an id.
     *
     * @param name the parameter's name
     * @param value the argument
     * @return the argument
     */
    public static long positive(String name, long value) {
        require(value > 0, name, "positive", value);
        return value;
    }

    /**
     * Requires a duration greater than zero.
     *
     * @param name the parameter's name
     * @param value the argument
     * @return the argument
     */
    public static Duration positive(String name, @Nullable Duration value) {
        Duration time = notNegative(name, value);
        require(!time.isZero(), name, "positive", time);
        return time;
    }

    /**
     * Requires a number of at least 0.
     *
     * @param name the parameter's name
     * @param value the argument
     * @return the argument
     */
    public static int notNegative(String name, int value) {
        require(value >= 0, name, "0 or more", value);
        return value;
    }

    /**
     * Requires a duration of zero or more.
     *
     * @param name the parameter's name
     * @param value the argument
     * @return the argument
     */
    public static Duration notNegative(String name, @Nullable Duration value) {
        Duration time = notNull(name, value);
        require(!time.isNegative(), name, "zero or more", time);
        return time;
    }

    /**
     * Requires a number other than 0, such as an id that may be negative.
     *
     * @param name the parameter's name
     * @param value the argument
     * @return the argument
     */
    public static long notZero(String name, long value) {
        require(value != 0, name, "other than 0", value);
        return value;
    }

    /**
     * Requires a number within bounds.
     *
     * @param name the parameter's name
     * @param value the argument
     * @param least the smallest number that is accepted
     * @param most the largest number that is accepted
     * @return the argument
     */
    public static int inRange(String name, int value, int least, int most) {
        require(value >= least && value <= most, name, least + " to " + most, value);
        return value;
    }

    /**
     * Copies a collection that must not contain null.
     *
     * @param <T> the type of the elements
     * @param name the parameter's name
     * @param values the argument
     * @return an immutable copy
     */
    public static <T> List<T> listOf(String name, @Nullable Collection<? extends @Nullable T> values) {
        List<T> copy = new ArrayList<>();
        for (T value : notNull(name, values)) {
            if (value == null) {
                throw new NullPointerException(name + " contains null");
            }
            copy.add(value);
        }
        return Collections.unmodifiableList(copy);
    }

    /**
     * Copies an array that must not contain null.
     *
     * @param <T> the type of the elements
     * @param name the parameter's name
     * @param values the argument
     * @return an immutable copy
     */
    public static <T> List<T> listOf(String name, @Nullable T @Nullable [] values) {
        return listOf(name, Arrays.asList(notNull(name, values)));
    }

    /**
     * Copies an array of names that must not contain null or a blank name.
     *
     * @param name the parameter's name
     * @param values the argument
     * @return an immutable copy
     */
    public static List<String> namesOf(String name, @Nullable String @Nullable [] values) {
        List<String> names = listOf(name, values);
        names.forEach(value -> notBlank("each of " + name, value));
        return names;
    }

    /**
     * Requires a name that HTTP allows for a header.
     *
     * @param name the parameter's name
     * @param value the argument
     * @return the argument
     */
    public static String headerName(String name, @Nullable String value) {
        String header = notNull(name, value);
        if (!header.matches("[\\w!#$%&'*+.^`|~-]+")) {
            throw new IllegalArgumentException(name + " must consist of letters, digits and any of !#$%&'*+.^_`|~-: \""
                    + header.replaceAll("\\s", " ") + "\"");
        }
        return header;
    }

    /**
     * Requires text that HTTP allows as the value of a header. The message does not contain the text, which may be a
     * secret.
     *
     * @param name the parameter's name
     * @param value the argument
     * @return the argument
     */
    public static String headerValue(String name, @Nullable String value) {
        String text = notNull(name, value);
        if (!text.matches("[\\t -~]*")) {
            throw new IllegalArgumentException(
                    name + " must consist of printable ASCII characters, without line breaks");
        }
        return text;
    }

    private static void require(boolean accepted, String name, String condition, Object value) {
        if (!accepted) {
            throw new IllegalArgumentException(name + " must be " + condition + ": " + value);
        }
    }
}
