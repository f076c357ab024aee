package io.github.domojvm.internal.call;

import io.github.domojvm.rest.api.Retry;
import okhttp3.Request;

/** What to check before a request that may have been processed is sent again, in the words of its operation. */
final class RetryAdvice {
    private static final String SAFE = "repeating it is safe";

    private RetryAdvice() {}

    /**
     * Returns the advice.
     *
     * @param request the request
     * @param mode what may be retried
     * @return a clause; empty when the request changes nothing, or when its caller decides what comes next
     */
    static String of(Request request, Retry.Mode mode) {
        // An upload sends its parts again itself, and none counts before the commit.
        if (mode == Retry.Mode.PART) {
            return "";
        }
        String method = request.method();
        return switch (Operation.of(request).name()) {
            case "queryDataSet", "findUsersByEmail", "createAccessToken" -> "";
            case "createExecution" ->
                "look at the executions of the Stream before creating another one, which would abort it";
            case "commitExecution" -> "read the execution's state before committing it again";
            case "abortCurrentExecution" ->
                "look at the executions of the Stream before repeating it, since it aborts whichever is open";
            case "other" ->
                "GET".equals(method) || "HEAD".equals(method)
                        ? ""
                        : mode == Retry.Mode.UNSENT_ONLY ? "read the object before repeating it" : SAFE;
            default -> byMethod(request, method, mode);
        };
    }

    private static String byMethod(Request request, String method, Retry.Mode mode) {
        return switch (method) {
            case "GET", "HEAD" -> "";
            case "PUT", "PATCH", "DELETE" ->
                "APPEND".equals(request.url().queryParameter("updateMethod"))
                        ? "check the DataSet's row count before importing again"
                        : SAFE;
            default -> mode == Retry.Mode.UNSENT_ONLY ? "look for it in the list before creating it again" : SAFE;
        };
    }
}
