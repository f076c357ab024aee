/**
 * The {@code domo} command: uploads, exports, a local sandbox and a demo from a terminal.
 * {@link io.github.domojvm.cli.Main} is where it starts.
 */
@NullMarked
package io.github.domojvm.cli;

import org.jspecify.annotations.NullMarked;
