/** Credentials and access tokens. Not for applications. */
@NullMarked
package io.github.domojvm.internal.auth;

import org.jspecify.annotations.NullMarked;
