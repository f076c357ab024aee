/** DataSets: definition, import and export. {@link io.github.domojvm.dataset.DataSets} is the entry. */
@NullMarked
package io.github.domojvm.dataset;

import org.jspecify.annotations.NullMarked;
