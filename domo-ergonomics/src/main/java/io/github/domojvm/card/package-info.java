/** Cards. {@link io.github.domojvm.card.Cards} lists them, and creates and changes chart cards. */
@NullMarked
package io.github.domojvm.card;

import org.jspecify.annotations.NullMarked;
