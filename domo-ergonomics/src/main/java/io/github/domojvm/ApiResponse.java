package io.github.domojvm;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A response with its status, headers and body.
 *
 * @param status the HTTP status, 200 to 299
 * @param headers the headers by name; names count without regard to case
 * @param body the body as it came, at most its first MiB; empty for a body that is streamed, such as an export
 * @param content the body as it was read, empty when there was none
 * @param <T> the content
 */
public record ApiResponse<T>(int status, Map<String, List<String>> headers, String body, Optional<T> content) {
    /** Names no header and nothing of the body, in which secrets may stand. */
    @Override
    public String toString() {
        return "ApiResponse{status=" + status + ", " + body.length() + " characters}";
    }
}
