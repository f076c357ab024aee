/** Cards. {@link io.github.domojvm.card.Cards} lists Cards, and creates and updates chart Cards. */
@NullMarked
package io.github.domojvm.card;

import org.jspecify.annotations.NullMarked;
