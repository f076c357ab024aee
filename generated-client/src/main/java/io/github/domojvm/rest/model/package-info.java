/**
 * The objects of the Domo API, generated from the spec: immutable, lenient when read, lossless when written back.
 * {@link io.github.domojvm.rest.model.ModelAdapters} teaches them to Moshi.
 */
@NullMarked
package io.github.domojvm.rest.model;

import org.jspecify.annotations.NullMarked;
