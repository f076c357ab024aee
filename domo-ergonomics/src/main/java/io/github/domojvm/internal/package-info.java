/**
 * How a call is executed: token, attempts, and what an answer means. Public only because the feature packages need it; not
 * part of the API, and left out of its documentation. {@link io.github.domojvm.internal.CallExecutor} is the entry.
 */
@NullMarked
package io.github.domojvm.internal;

import org.jspecify.annotations.NullMarked;
