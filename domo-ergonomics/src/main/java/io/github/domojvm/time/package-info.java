/**
 * Points in time as Domo's API wants them. {@link io.github.domojvm.time.EpochMillis} turns what programs have into the
 * epoch milliseconds of the Activity Log.
 */
@NullMarked
package io.github.domojvm.time;

import org.jspecify.annotations.NullMarked;
