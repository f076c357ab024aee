/** The retries of failed calls. {@link io.github.domojvm.retry.RetryPolicy} has the settings. */
@NullMarked
package io.github.domojvm.retry;

import org.jspecify.annotations.NullMarked;
