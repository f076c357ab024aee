package io.github.domojvm.internal.call;

import io.github.domojvm.rest.api.Retry;
import okhttp3.Request;

/** Advice on what to check before retrying a request that may have been processed. */
final class RetryAdvice {
    private static final String SAFE = "retrying it is safe";

    private RetryAdvice() {}

    /**
     * Returns the advice.
     *
     * @param request the request
     * @param mode what may be retried
     * @return a clause; empty if the request changes nothing or its caller decides what to do
     */
    static String of(Request request, Retry.Mode mode) {
        // An upload retries its parts itself, and no part takes effect before the commit.
        if (mode == Retry.Mode.PART) {
            return "";
        }
        String method = request.method();
        return switch (Operation.of(request).name()) {
            case "queryDataSet", "findUsersByEmail", "createAccessToken" -> "";
            case "createExecution" ->
                "check the executions of the Stream before creating another one, which would abort it";
            case "commitExecution" -> "read the execution's state before committing it again";
            case "abortCurrentExecution" ->
                "check the executions of the Stream before retrying it, since it aborts any open execution";
            case "other" ->
                "GET".equals(method) || "HEAD".equals(method)
                        ? ""
                        : mode == Retry.Mode.UNSENT_ONLY ? "read the object before retrying it" : SAFE;
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
