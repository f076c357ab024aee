package io.github.domojvm.internal.call;

import io.github.domojvm.rest.api.Retry;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Request;
import retrofit2.Invocation;

/**
 * The operation of a request, in a form that is safe to log: an e-mail address or a secret that is passed as an id is
 * left out.
 *
 * @param name the name of the operation
 * @param template the path with parameter names in place of ids
 * @param path the path in which ids that are numbers or UUIDs are filled in
 */
record Operation(String name, String template, String path) {
    private static final Pattern ID = Pattern.compile("\\d{1,20}|\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Operation OTHER = new Operation("other", "/{path}", "/{path}");

    static Operation of(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        String template = invocation == null
                ? null
                : DeclaredOperation.of(invocation.method()).template();
        if (invocation == null || template == null) {
            return OTHER;
        }
        String path = template.indexOf('{') < 0
                ? "/" + template
                : path(template.split("/"), request.url().pathSegments());
        return new Operation(invocation.method().getName(), "/" + template, path);
    }

    /**
     * Returns what may be retried, as the API description declares it for the operation. For a call that no generated
     * interface declares, GET and HEAD are safe; any other method is retried only if the request cannot have been
     * processed.
     */
    static Retry.Mode retryMode(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        Retry declared = invocation == null
                ? null
                : DeclaredOperation.of(invocation.method()).retry();
        if (declared == null) {
            boolean reads = "GET".equals(request.method()) || "HEAD".equals(request.method());
            return reads ? Retry.Mode.SAFE : Retry.Mode.UNSENT_ONLY;
        }
        return isMet(declared.idempotentWhen(), request) ? Retry.Mode.IDEMPOTENT : declared.value();
    }

    private static boolean isMet(String condition, Request request) {
        int equals = condition.indexOf('=');
        return equals > 0
                && condition.substring(equals + 1).equals(request.url().queryParameter(condition.substring(0, equals)));
    }

    /** Returns whether the request was created by a Retrofit interface. */
    boolean isKnown() {
        return !equals(OTHER);
    }

    /** Fills in the ids. The base URL may have a path, whose segments come first. */
    private static String path(String[] template, List<String> segments) {
        List<String> shown = new ArrayList<>();
        int before = segments.size() - template.length;
        for (int i = 0; i < template.length; i++) {
            String segment = before < 0 ? "" : segments.get(before + i);
            shown.add(template[i].startsWith("{") && ID.matcher(segment).matches() ? segment : template[i]);
        }
        return "/" + String.join("/", shown);
    }
}
