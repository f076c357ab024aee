/** What goes on inside a client, for metrics and traces. {@link io.github.domojvm.observe.CallListener} is told. */
@NullMarked
package io.github.domojvm.observe;

import org.jspecify.annotations.NullMarked;
