/**
 * Points in time. {@link io.github.domojvm.time.EpochMillis} converts instants, text and numbers to the epoch
 * milliseconds of the Activity Log.
 */
@NullMarked
package io.github.domojvm.time;

import org.jspecify.annotations.NullMarked;
