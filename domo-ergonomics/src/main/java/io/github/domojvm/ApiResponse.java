package io.github.domojvm;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The status, headers and body of a response.
 *
 * @param status the HTTP status, 200 to 299
 * @param headers the headers by name, case-insensitive
 * @param body the text of the body, at most its first MiB; empty for a streamed body, such as an export
 * @param content the deserialized body; empty if the response has none
 * @param <T> the type of the content
 */
public record ApiResponse<T>(int status, Map<String, List<String>> headers, String body, Optional<T> content) {
    /** Returns the status and the length of the body. Omits headers and content, which may contain secrets. */
    @Override
    public String toString() {
        return "ApiResponse{status=" + status + ", " + body.length() + " characters}";
    }
}
