package io.github.domojvm.sandbox.internal.http;

import java.util.regex.Pattern;

/** Compiles a path with variable segments into a pattern. Routes and faults share this notation. */
public final class PathPattern {
    private PathPattern() {}

    public static Pattern compile(String path) {
        StringBuilder regex = new StringBuilder();
        for (String segment : path.substring(1).split("/", -1)) {
            regex.append('/');
            if (segment.equals("**")) {
                regex.append(".+");
            } else if (segment.equals("*") || segment.startsWith("{")) {
                regex.append("([^/]+)");
            } else {
                regex.append(Pattern.quote(segment));
            }
        }
        return Pattern.compile(regex.toString());
    }
}
