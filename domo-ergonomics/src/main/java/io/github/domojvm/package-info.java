/**
 * The Domo client for the JVM. {@link io.github.domojvm.DomoClient} is where everything begins.
 *
 * <p>In all packages, a public method checks its arguments before it sends or reads anything. Null for a parameter that
 * is not {@code @Nullable}, or within an array or collection, is a {@link NullPointerException} that names the
 * parameter. Any other value that is not accepted, such as a blank id or a count below 1, is an
 * {@link IllegalArgumentException} that names the parameter and what is accepted.
 */
@NullMarked
package io.github.domojvm;

import org.jspecify.annotations.NullMarked;
