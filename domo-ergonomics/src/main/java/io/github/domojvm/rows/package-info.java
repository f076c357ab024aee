/**
 * Rows as Java objects. {@link io.github.domojvm.rows.RowFormat} converts objects to the CSV of an import or an upload;
 * {@link io.github.domojvm.rows.Rows} reads an export as rows, records or maps.
 */
@NullMarked
package io.github.domojvm.rows;

import org.jspecify.annotations.NullMarked;
