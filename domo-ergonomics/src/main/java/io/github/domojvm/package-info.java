/**
 * The Domo client. {@link io.github.domojvm.DomoClient} is the entry point.
 *
 * <p>Public methods of all packages check their arguments before any I/O. Null for a parameter that is not
 * {@code @Nullable}, or in an array or collection, throws {@link NullPointerException}, which names the parameter. Any
 * other invalid value, such as a blank id or a count below 1, throws {@link IllegalArgumentException}, which names the
 * parameter and the accepted values.
 */
@NullMarked
package io.github.domojvm;

import org.jspecify.annotations.NullMarked;
