/**
 * Rows of DataSets as CSV files on disk; {@link io.github.domojvm.sandbox.internal.rows.RowStore} reads, checks and
 * joins them. Knows Domo's CSV rules and column types, and nothing of HTTP or JSON; not meant for use outside the
 * sandbox.
 */
@NullMarked
package io.github.domojvm.sandbox.internal.rows;

import org.jspecify.annotations.NullMarked;
