package io.github.domojvm.matrix;

import io.github.domojvm.sandbox.Fault;

/**
 * The requests to which a fault applies.
 *
 * @param limit the number of requests
 * @param first the number of the first one
 */
record Times(int limit, int first) {
    /** Any number of requests, but at least one. */
    static final Times ANY = new Times(Integer.MAX_VALUE, 1);

    private static final String FOR_EVER = "for ever";

    /** Reads {@code 1}, {@code for ever}, or {@code 1 from 3}. */
    static Times parse(String text) {
        String[] words = text.split(" from ", 2);
        int limit = words[0].equals(FOR_EVER) ? Integer.MAX_VALUE : Integer.parseInt(words[0]);
        return new Times(limit, words.length == 1 ? 1 : Integer.parseInt(words[1]));
    }

    Fault.On of(Fault.On on) {
        Fault.On later = on.nth(first);
        return isLimited() ? later.times(limit) : later.always();
    }

    boolean isMetBy(int fired) {
        return isLimited() ? fired == limit : fired > 0;
    }

    private boolean isLimited() {
        return limit < Integer.MAX_VALUE;
    }
}
