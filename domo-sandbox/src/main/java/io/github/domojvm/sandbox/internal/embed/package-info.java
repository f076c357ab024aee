/**
 * Embed tokens of the sandbox. {@link io.github.domojvm.sandbox.internal.embed.EmbedApi} adds their operations.
 * Internal to the sandbox.
 */
@NullMarked
package io.github.domojvm.sandbox.internal.embed;

import org.jspecify.annotations.NullMarked;
