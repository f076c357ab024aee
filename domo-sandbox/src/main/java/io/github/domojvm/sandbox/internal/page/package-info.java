/**
 * Pages and collections of the sandbox. {@link io.github.domojvm.sandbox.internal.page.PageApi} adds their operations.
 * Internal to the sandbox.
 */
@NullMarked
package io.github.domojvm.sandbox.internal.page;

import org.jspecify.annotations.NullMarked;
