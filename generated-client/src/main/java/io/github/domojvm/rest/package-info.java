/**
 * The low-level client: every operation of the spec as a Retrofit call. {@link io.github.domojvm.rest.DomoRest} is the
 * entry.
 */
@NullMarked
package io.github.domojvm.rest;

import org.jspecify.annotations.NullMarked;
