/** Execution of calls: attempts, deadlines, retries, and conversion of failures. Not for applications. */
@NullMarked
package io.github.domojvm.internal.call;

import org.jspecify.annotations.NullMarked;
