package io.github.domojvm.sandbox;

import io.github.domojvm.sandbox.internal.http.Call;
import java.util.regex.Pattern;

/**
 * A request that the sandbox received. Headers and bodies, which can contain secrets, are not recorded.
 *
 * @param method HTTP method in upper case
 * @param path decoded path without a trailing slash, for example {@code /v1/datasets}
 * @param query raw query string, empty if there was none; the values of parameters that can be secrets are {@code ***}
 * @param status HTTP status of the response, or 0 if a fault withheld the response
 */
public record RecordedRequest(String method, String path, String query, int status) {
    private static final Pattern SECRET =
            Pattern.compile("(?<=^|&)([^=&]*(?:secret|token|password)[^=&]*)=[^&]*", Pattern.CASE_INSENSITIVE);

    static RecordedRequest of(Call call, int status) {
        return new RecordedRequest(
                call.method(), call.path(), SECRET.matcher(call.query()).replaceAll("$1=***"), status);
    }
}
