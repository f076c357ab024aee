/** Backoff and budget of retries. Not for applications. */
@NullMarked
package io.github.domojvm.internal.retry;

import org.jspecify.annotations.NullMarked;
