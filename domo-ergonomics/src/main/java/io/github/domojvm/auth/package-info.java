/** Who calls. {@link io.github.domojvm.auth.ClientCredentials} holds what Domo's developer portal hands out. */
@NullMarked
package io.github.domojvm.auth;

import org.jspecify.annotations.NullMarked;
