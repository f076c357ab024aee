/** Embedded content. {@link io.github.domojvm.embed.EmbedTokens} creates the tokens that viewers' browsers need. */
@NullMarked
package io.github.domojvm.embed;

import org.jspecify.annotations.NullMarked;
