/** Rows into a DataSet by whichever road suits them. {@link io.github.domojvm.load.Loader} chooses between import and Stream. */
@NullMarked
package io.github.domojvm.load;

import org.jspecify.annotations.NullMarked;
