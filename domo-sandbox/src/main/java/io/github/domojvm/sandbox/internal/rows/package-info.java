/**
 * Rows of DataSets as CSV files on disk. {@link io.github.domojvm.sandbox.internal.rows.RowStore} reads, checks and
 * merges them. Implements Domo's CSV rules and column types, and is independent of HTTP and JSON. Internal to the
 * sandbox.
 */
@NullMarked
package io.github.domojvm.sandbox.internal.rows;

import org.jspecify.annotations.NullMarked;
