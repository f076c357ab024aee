/** Files that only their owner can read. Not for applications. */
@NullMarked
package io.github.domojvm.internal.file;

import org.jspecify.annotations.NullMarked;
