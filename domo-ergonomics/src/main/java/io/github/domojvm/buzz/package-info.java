/** Buzz: integrations that receive events. {@link io.github.domojvm.buzz.Buzz} manages them. */
@NullMarked
package io.github.domojvm.buzz;

import org.jspecify.annotations.NullMarked;
