/**
 * State shared by all APIs of the sandbox. {@link io.github.domojvm.sandbox.internal.SandboxState} is its lock and
 * clock. Internal to the sandbox.
 */
@NullMarked
package io.github.domojvm.sandbox.internal;

import org.jspecify.annotations.NullMarked;
