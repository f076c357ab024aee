/** API Actions: actions of custom connectors. {@link io.github.domojvm.action.ApiActions} starts them. */
@NullMarked
package io.github.domojvm.action;

import org.jspecify.annotations.NullMarked;
