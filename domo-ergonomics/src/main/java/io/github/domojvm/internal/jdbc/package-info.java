/** The metadata of JDBC results, and the failures of JDBC drivers. */
@NullMarked
package io.github.domojvm.internal.jdbc;

import org.jspecify.annotations.NullMarked;
