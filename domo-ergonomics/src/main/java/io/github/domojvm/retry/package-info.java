/**
 * When a failed call is sent again, and after how long. {@link io.github.domojvm.retry.RetryPolicy} holds the settings;
 * the rest is arithmetic without clock or network.
 */
@NullMarked
package io.github.domojvm.retry;

import org.jspecify.annotations.NullMarked;
