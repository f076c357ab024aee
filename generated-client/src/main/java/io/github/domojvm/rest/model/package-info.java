/**
 * The objects of the Domo API, generated from the API description. They are immutable, accept unknown members and
 * constants, and write these back unchanged. {@link io.github.domojvm.rest.model.ModelAdapters} provides their Moshi
 * adapters.
 */
@NullMarked
package io.github.domojvm.rest.model;

import org.jspecify.annotations.NullMarked;
