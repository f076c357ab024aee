/**
 * The columns of a DataSet, said or guessed. {@link io.github.domojvm.schema.SchemaBuilder} says them,
 * {@link io.github.domojvm.schema.SchemaInference} guesses them from a CSV file.
 */
@NullMarked
package io.github.domojvm.schema;

import org.jspecify.annotations.NullMarked;
