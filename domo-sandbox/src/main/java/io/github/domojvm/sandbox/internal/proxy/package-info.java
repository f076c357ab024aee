/**
 * The TCP proxy of {@link io.github.domojvm.sandbox.FaultProxy}: messages of HTTP/1.1 and what happens to their bytes.
 */
@NullMarked
package io.github.domojvm.sandbox.internal.proxy;

import org.jspecify.annotations.NullMarked;
