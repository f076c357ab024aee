package io.github.domojvm.cli.terminal;

/**
 * Formats text with ANSI escape sequences if they are enabled.
 *
 * @param on whether escape sequences are enabled
 */
public record Style(boolean on) {
    public static final Style PLAIN = new Style(false);

    public String bold(String text) {
        return wrap(1, text);
    }

    public String faint(String text) {
        return wrap(2, text);
    }

    public String good(String text) {
        return wrap(32, text);
    }

    public String bad(String text) {
        return wrap(31, text);
    }

    private String wrap(int code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
