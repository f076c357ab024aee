/**
 * Requests and responses of the sandbox. {@link io.github.domojvm.sandbox.internal.http.Router} finds the operation.
 * Defines the formats of Domo's errors and is independent of its objects. Internal to the sandbox.
 */
@NullMarked
package io.github.domojvm.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;
