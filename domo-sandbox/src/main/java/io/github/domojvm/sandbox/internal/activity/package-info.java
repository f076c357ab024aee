/**
 * The Activity Log of the sandbox as its callers see it;
 * {@link io.github.domojvm.sandbox.internal.activity.ActivityApi} adds the operation. Not meant for use outside the
 * sandbox.
 */
@NullMarked
package io.github.domojvm.sandbox.internal.activity;

import org.jspecify.annotations.NullMarked;
