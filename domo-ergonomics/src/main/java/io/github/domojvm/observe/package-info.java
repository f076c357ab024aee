/** Events of a client, for metrics and traces. {@link io.github.domojvm.observe.CallListener} receives them. */
@NullMarked
package io.github.domojvm.observe;

import org.jspecify.annotations.NullMarked;
