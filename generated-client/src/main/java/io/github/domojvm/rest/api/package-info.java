/**
 * The operations of the Domo API as Retrofit interfaces, generated from the API description.
 * {@link io.github.domojvm.rest.DomoRest} implements them.
 */
@NullMarked
package io.github.domojvm.rest.api;

import org.jspecify.annotations.NullMarked;
