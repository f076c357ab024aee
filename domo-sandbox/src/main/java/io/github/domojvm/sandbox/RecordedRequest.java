package io.github.domojvm.sandbox;

/**
 * One request that reached the sandbox. Headers and bodies are not recorded, so no secret is either.
 *
 * @param method HTTP method in upper case
 * @param path decoded path without a trailing slash, for instance {@code /v1/datasets}
 * @param query raw query text, empty when there was none
 * @param status HTTP status of the response; 0 when a fault closed the connection without one
 */
public record RecordedRequest(String method, String path, String query, int status) {}
