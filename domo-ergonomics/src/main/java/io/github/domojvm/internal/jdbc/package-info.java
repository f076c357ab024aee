/** What JDBC drivers say about results, and how their failures are reported. */
@NullMarked
package io.github.domojvm.internal.jdbc;

import org.jspecify.annotations.NullMarked;
