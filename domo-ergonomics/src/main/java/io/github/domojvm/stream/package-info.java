/** Streams: large or growing tables, uploaded in parts. {@link io.github.domojvm.stream.Streams} is the entry. */
@NullMarked
package io.github.domojvm.stream;

import org.jspecify.annotations.NullMarked;
