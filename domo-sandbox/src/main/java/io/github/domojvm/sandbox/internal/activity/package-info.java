/**
 * The Activity Log API of the sandbox. {@link io.github.domojvm.sandbox.internal.activity.ActivityApi} adds the
 * operation. Internal to the sandbox.
 */
@NullMarked
package io.github.domojvm.sandbox.internal.activity;

import org.jspecify.annotations.NullMarked;
