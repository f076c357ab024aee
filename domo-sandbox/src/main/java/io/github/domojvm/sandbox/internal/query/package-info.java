/**
 * SQL over the rows of one DataSet. {@link io.github.domojvm.sandbox.internal.query.QueryEngine} runs it on an embedded
 * database. Independent of HTTP. Internal to the sandbox.
 */
@NullMarked
package io.github.domojvm.sandbox.internal.query;

import org.jspecify.annotations.NullMarked;
