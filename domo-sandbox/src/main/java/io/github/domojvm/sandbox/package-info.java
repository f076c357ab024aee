/** A stateful local Domo; {@link io.github.domojvm.sandbox.DomoSandbox} starts one. */
@NullMarked
package io.github.domojvm.sandbox;

import org.jspecify.annotations.NullMarked;
