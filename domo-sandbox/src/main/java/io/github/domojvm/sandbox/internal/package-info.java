/**
 * What all APIs of the sandbox share: {@link io.github.domojvm.sandbox.internal.SandboxState} is its lock and clock.
 * Not meant for use outside the sandbox.
 */
@NullMarked
package io.github.domojvm.sandbox.internal;

import org.jspecify.annotations.NullMarked;
