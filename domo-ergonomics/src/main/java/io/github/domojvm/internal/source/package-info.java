/** Sources of rows before they are sent: column names, changes of files, single parts. Not for applications. */
@NullMarked
package io.github.domojvm.internal.source;

import org.jspecify.annotations.NullMarked;
