package io.github.domojvm.error;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The details of a call that returned an error status.
 *
 * @param method the HTTP method, such as {@code GET}
 * @param path the path of the call, without its query
 * @param status the HTTP status of the last response
 * @param traceId the trace id for Domo's support, the {@code toe} of the response; null if the response has none
 * @param serverMessage the message of the service without markup, at most 200 characters long; empty if the response
 *     has none
 * @param attempts the number of attempts, at least 1
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
     * Returns a sentence that states what was attempted and what happened.
     *
     * @return a sentence without a period, such as {@code GET /v1/datasets/x failed with status 404: "no such DataSet"
     *     (trace 1A-2B, 2 attempts)}
     */
    public String describe() {
        StringBuilder text = new StringBuilder();
        text.append(method)
                .append(' ')
                .append(path)
                .append(" failed with status ")
                .append(status);
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
