/**
 * The low-level client: every operation of the API description as a Retrofit call.
 * {@link io.github.domojvm.rest.DomoRest} is the entry point.
 */
@NullMarked
package io.github.domojvm.rest;

import org.jspecify.annotations.NullMarked;
