package io.github.domojvm.internal.call;

import java.util.regex.Pattern;

/**
 * Converts text from a response to an excerpt for messages: one line of at most 200 characters, without markup and
 * tokens.
 */
final class Excerpt {
    private static final int MAX_CHARACTERS = 200;

    /** Style sheets and scripts with their content, and tags. */
    private static final Pattern MARKUP = Pattern.compile("(?is)<(style|script)\\b.*?</\\1\\s*>|<[^>]*>");

    /** A JWT. A server may quote the token that it rejects, and the token must not be logged. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+(\\.[\\w-]*)*");

    /** Credentials in the other forms in which a server or proxy may quote them. */
    private static final Pattern CREDENTIALS = Pattern.compile(
            "(?i)\\b(Basic|Bearer)\\s+[\\w+/=.~-]{6,}|\"(access_token|client_secret)\"\\s*:\\s*\"[^\"]*\"?");

    private Excerpt() {}

    static String of(String text) {
        String head = text.substring(0, Math.min(text.length(), 20 * MAX_CHARACTERS));
        String plain = MARKUP.matcher(head).replaceAll(" ");
        String safe =
                CREDENTIALS.matcher(TOKEN.matcher(plain).replaceAll("(token)")).replaceAll("(credentials)");
        String line = safe.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= MAX_CHARACTERS ? line : line.substring(0, MAX_CHARACTERS - 1) + "…";
    }
}
