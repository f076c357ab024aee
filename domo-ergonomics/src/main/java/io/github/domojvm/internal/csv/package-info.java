/**
 * Reading and writing of CSV records. {@link io.github.domojvm.internal.csv.CsvRecords} reads CSV strictly, and
 * {@link io.github.domojvm.internal.csv.EncodedRecords} writes it in the format that Domo accepts.
 */
@NullMarked
package io.github.domojvm.internal.csv;

import org.jspecify.annotations.NullMarked;
