/** Checks and copies of sources before they are sent. Not for applications. */
@NullMarked
package io.github.domojvm.internal.source;

import org.jspecify.annotations.NullMarked;
