/**
 * Authentication. {@link io.github.domojvm.auth.ClientCredentials} contains the id and secret of an API client,
 * {@link io.github.domojvm.auth.ApiClients} creates API clients.
 */
@NullMarked
package io.github.domojvm.auth;

import org.jspecify.annotations.NullMarked;
