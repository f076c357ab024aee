/**
 * Turns CSV bytes into numbered, compressed parts that can be sent any number of times. The bytes of the records are
 * checked against Domo's CSV grammar and never changed; memory stays at a few blocks whatever the size of the input.
 *
 * <p>Entry class: {@link io.github.domojvm.internal.parts.PartCutter}.
 */
@NullMarked
package io.github.domojvm.internal.parts;

import org.jspecify.annotations.NullMarked;
