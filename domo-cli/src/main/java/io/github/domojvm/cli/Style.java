package io.github.domojvm.cli;

/**
 * Modest colours, or none.
 *
 * @param on whether the reader is a terminal that wants them
 */
record Style(boolean on) {
    static final Style PLAIN = new Style(false);

    String bold(String text) {
        return wrap(1, text);
    }

    String faint(String text) {
        return wrap(2, text);
    }

    String good(String text) {
        return wrap(32, text);
    }

    String bad(String text) {
        return wrap(31, text);
    }

    private String wrap(int code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
