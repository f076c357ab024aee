/** The process around a command: its streams, colors, progress, reports and Ctrl-C. */
@NullMarked
package io.github.domojvm.cli.terminal;

import org.jspecify.annotations.NullMarked;
