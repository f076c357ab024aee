/**
 * DataSets and Streams of the sandbox. {@link io.github.domojvm.sandbox.internal.data.DataApi} adds their operations.
 * Internal to the sandbox.
 */
@NullMarked
package io.github.domojvm.sandbox.internal.data;

import org.jspecify.annotations.NullMarked;
