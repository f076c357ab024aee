/** The check of arguments. This package and those below it are not for applications and may change in any release. */
@NullMarked
package io.github.domojvm.internal;

import org.jspecify.annotations.NullMarked;
