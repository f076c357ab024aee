/**
 * Buzz integrations of the sandbox. {@link io.github.domojvm.sandbox.internal.buzz.BuzzApi} adds their operations.
 * Internal to the sandbox.
 */
@NullMarked
package io.github.domojvm.sandbox.internal.buzz;

import org.jspecify.annotations.NullMarked;
