/**
 * Projects and Tasks of the sandbox. {@link io.github.domojvm.sandbox.internal.project.ProjectApi} adds their
 * operations. Internal to the sandbox.
 */
@NullMarked
package io.github.domojvm.sandbox.internal.project;

import org.jspecify.annotations.NullMarked;
