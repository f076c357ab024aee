/** DataSets filled from JSON objects. {@link io.github.domojvm.simple.Simple} creates and fills them. */
@NullMarked
package io.github.domojvm.simple;

import org.jspecify.annotations.NullMarked;
