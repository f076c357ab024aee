/**
 * Personalized data permissions (PDP): who sees which rows of a DataSet. {@link io.github.domojvm.pdp.PolicyFilters}
 * says the conditions.
 */
@NullMarked
package io.github.domojvm.pdp;

import org.jspecify.annotations.NullMarked;
