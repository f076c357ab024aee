package io.github.domojvm.internal.call;

/** Recognizes pages of proxies and login pages. */
final class Markup {
    private Markup() {}

    static boolean isMarkup(String contentType, String text) {
        String begin = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return contentType.regionMatches(true, 0, "text/html", 0, "text/html".length())
                || begin.stripLeading().startsWith("<");
    }
}
