/**
 * Schemas of DataSets. {@link io.github.domojvm.schema.SchemaBuilder} builds them from columns, record classes and JDBC
 * results, {@link io.github.domojvm.schema.SchemaInference} infers them from CSV, and
 * {@link io.github.domojvm.schema.SchemaDiff} compares them.
 */
@NullMarked
package io.github.domojvm.schema;

import org.jspecify.annotations.NullMarked;
