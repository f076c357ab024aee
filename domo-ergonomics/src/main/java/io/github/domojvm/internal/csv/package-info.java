/**
 * CSV as records, both ways, for the packages of this library. {@link io.github.domojvm.internal.csv.CsvRecords} reads
 * it strictly, {@link io.github.domojvm.internal.csv.EncodedRecords} writes it as Domo wants it.
 */
@NullMarked
package io.github.domojvm.internal.csv;

import org.jspecify.annotations.NullMarked;
