/** Embedded content. {@link io.github.domojvm.embed.EmbedTokens} creates the tokens for the browsers of viewers. */
@NullMarked
package io.github.domojvm.embed;

import org.jspecify.annotations.NullMarked;
