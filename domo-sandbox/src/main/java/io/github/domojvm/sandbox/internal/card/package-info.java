/**
 * Cards of the sandbox. {@link io.github.domojvm.sandbox.internal.card.CardApi} adds their operations. Internal to the
 * sandbox.
 */
@NullMarked
package io.github.domojvm.sandbox.internal.card;

import org.jspecify.annotations.NullMarked;
