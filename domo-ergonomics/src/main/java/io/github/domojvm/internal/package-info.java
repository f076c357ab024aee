/** Argument checks. This package and its subpackages are not for applications and may change in any release. */
@NullMarked
package io.github.domojvm.internal;

import org.jspecify.annotations.NullMarked;
