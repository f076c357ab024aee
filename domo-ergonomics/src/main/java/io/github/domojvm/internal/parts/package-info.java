/**
 * Splits CSV into numbered, compressed parts that can be sent any number of times. Records are validated against Domo's
 * CSV grammar and not changed. Memory is limited to a few blocks, independent of the size of the input.
 *
 * <p>Entry class: {@link io.github.domojvm.internal.parts.PartCutter}.
 */
@NullMarked
package io.github.domojvm.internal.parts;

import org.jspecify.annotations.NullMarked;
