/** The HTTP client, its interceptors, TLS and the check of the class path. Not for applications. */
@NullMarked
package io.github.domojvm.internal.http;

import org.jspecify.annotations.NullMarked;
