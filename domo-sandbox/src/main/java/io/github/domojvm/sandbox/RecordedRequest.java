package io.github.domojvm.sandbox;

/**
 * A request that the sandbox received. Headers and bodies, which can contain secrets, are not recorded.
 *
 * @param method HTTP method in upper case
 * @param path decoded path without a trailing slash, for example {@code /v1/datasets}
 * @param query raw query string, empty if there was none
 * @param status HTTP status of the response, or 0 if a fault closed the connection without a response
 */
public record RecordedRequest(String method, String path, String query, int status) {}
