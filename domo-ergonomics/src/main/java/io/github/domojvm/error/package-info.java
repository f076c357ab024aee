/**
 * What can go wrong, one unchecked family. {@link io.github.domojvm.error.DomoException} is the root; each message says
 * what was attempted, what happened and what to do next.
 */
@NullMarked
package io.github.domojvm.error;

import org.jspecify.annotations.NullMarked;
