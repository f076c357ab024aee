/** Streams and uploads of large tables in parts. {@link io.github.domojvm.stream.Streams} is the entry point. */
@NullMarked
package io.github.domojvm.stream;

import org.jspecify.annotations.NullMarked;
