/**
 * The {@code domo} command: uploads, exports, diagnostics, a local sandbox and a demo. Its entry point is
 * {@link io.github.domojvm.cli.Main}.
 */
@NullMarked
package io.github.domojvm.cli;

import org.jspecify.annotations.NullMarked;
