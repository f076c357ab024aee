/** What was done in an instance. {@link io.github.domojvm.activity.ActivityLog} finds it by user and time. */
@NullMarked
package io.github.domojvm.activity;

import org.jspecify.annotations.NullMarked;
