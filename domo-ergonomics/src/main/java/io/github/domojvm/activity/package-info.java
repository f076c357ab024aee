/** The Activity Log. {@link io.github.domojvm.activity.ActivityLog} lists its entries by user and time. */
@NullMarked
package io.github.domojvm.activity;

import org.jspecify.annotations.NullMarked;
