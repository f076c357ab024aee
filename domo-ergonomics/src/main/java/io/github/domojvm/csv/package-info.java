/** CSV on its way to Domo. {@link io.github.domojvm.csv.CsvSource} says where it comes from. */
@NullMarked
package io.github.domojvm.csv;

import org.jspecify.annotations.NullMarked;
