/**
 * Personalized data permissions (PDP), which control who sees which rows of a DataSet.
 * {@link io.github.domojvm.pdp.Policies} manages the policies; {@link io.github.domojvm.pdp.PolicyFilters} creates
 * their conditions.
 */
@NullMarked
package io.github.domojvm.pdp;

import org.jspecify.annotations.NullMarked;
