/**
 * API Actions of the sandbox. {@link io.github.domojvm.sandbox.internal.action.ActionApi} adds their operations.
 * Internal to the sandbox.
 */
@NullMarked
package io.github.domojvm.sandbox.internal.action;

import org.jspecify.annotations.NullMarked;
