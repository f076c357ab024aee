/**
 * A stateful local server for the Domo Platform API. Start with {@link io.github.domojvm.sandbox.DomoSandbox}; plan
 * failures with {@link io.github.domojvm.sandbox.Fault}.
 */
@NullMarked
package io.github.domojvm.sandbox;

import org.jspecify.annotations.NullMarked;
