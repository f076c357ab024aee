/**
 * CSV to import or upload. {@link io.github.domojvm.csv.CsvSource} is a source of rows,
 * {@link io.github.domojvm.csv.CsvDialect} converts other formats.
 */
@NullMarked
package io.github.domojvm.csv;

import org.jspecify.annotations.NullMarked;
