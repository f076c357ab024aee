package io.github.domojvm.error;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call that the service answered with an error.
 *
 * @param method the HTTP method, such as {@code GET}
 * @param path the path of the call, without its query
 * @param status the HTTP status of the last answer
 * @param traceId Domo's reference for its support, the {@code toe} of the answer; null when it sent none
 * @param serverMessage the service's own words, cleaned of markup and at most 200 characters long; empty when it had
 *     none
 * @param attempts how often the call was sent, at least 1
 * @param requestNotSent whether the request cannot have been processed, see {@link DomoException#requestNotSent()}
 * @serial exclude
 */
public record ApiFailure(
        String method,
        String path,
        int status,
        @Nullable String traceId,
        String serverMessage,
        int attempts,
        boolean requestNotSent)
        implements Serializable {
    /**
     * Says in one sentence what was attempted and what happened.
     *
     * @return such as {@code GET /v1/datasets/x was answered 404: "no such DataSet" (trace 1A-2B, 2 attempts)}
     */
    public String describe() {
        StringBuilder text = new StringBuilder();
        text.append(method).append(' ').append(path).append(" was answered ").append(status);
        if (!serverMessage.isEmpty()) {
            text.append(": \"").append(serverMessage).append('"');
        }
        if (traceId != null || attempts > 1) {
            text.append(" (");
            if (traceId != null) {
                text.append("trace ").append(traceId);
            }
            if (attempts > 1) {
                text.append(traceId == null ? "" : ", ").append(attempts).append(" attempts");
            }
            text.append(')');
        }
        return text.toString();
    }
}
