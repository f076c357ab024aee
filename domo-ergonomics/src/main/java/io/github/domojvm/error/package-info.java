/**
 * The exceptions of this library. All are unchecked and extend {@link io.github.domojvm.error.DomoException}. Each
 * message states what was attempted, what happened and what to do next.
 */
@NullMarked
package io.github.domojvm.error;

import org.jspecify.annotations.NullMarked;
