/**
 * Requests and answers of the sandbox; {@link io.github.domojvm.sandbox.internal.http.Router} finds the operation.
 * Knows Domo's error shapes and nothing of its objects; not meant for use outside the sandbox.
 */
@NullMarked
package io.github.domojvm.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;
