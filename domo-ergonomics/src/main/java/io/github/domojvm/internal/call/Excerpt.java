package io.github.domojvm.internal.call;

import java.util.regex.Pattern;

/** Makes a foreign text fit for a message: no markup, no token, at most 200 characters, one line. */
final class Excerpt {
    private static final int MAX_CHARACTERS = 200;

    /** Style sheets and scripts say nothing; tags say nothing either. */
    private static final Pattern MARKUP = Pattern.compile("(?is)<(style|script)\\b.*?</\\1\\s*>|<[^>]*>");

    /** A JWT; a server that quotes the token it refuses must not bring it into a log. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+(\\.[\\w-]*)*");

    /** Other forms in which a careless server or proxy quotes what it was sent or what it gives. */
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

    static boolean isMarkup(String contentType, String text) {
        String begin = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return contentType.regionMatches(true, 0, "text/html", 0, "text/html".length())
                || begin.stripLeading().startsWith("<");
    }
}
