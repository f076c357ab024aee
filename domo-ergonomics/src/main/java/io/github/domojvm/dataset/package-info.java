/** DataSets: definition, import and export. {@link io.github.domojvm.dataset.DataSets} is the entry point. */
@NullMarked
package io.github.domojvm.dataset;

import org.jspecify.annotations.NullMarked;
