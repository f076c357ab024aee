/**
 * Rows as Java objects. {@link io.github.domojvm.rows.RowFormat} turns objects into the CSV of an import or an upload,
 * {@link io.github.domojvm.rows.Rows} reads an export as records, maps or row by row.
 */
@NullMarked
package io.github.domojvm.rows;

import org.jspecify.annotations.NullMarked;
