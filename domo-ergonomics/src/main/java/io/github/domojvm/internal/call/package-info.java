/** How every call runs: attempts, deadlines, retries, and what a failure means. Not for applications. */
@NullMarked
package io.github.domojvm.internal.call;

import org.jspecify.annotations.NullMarked;
