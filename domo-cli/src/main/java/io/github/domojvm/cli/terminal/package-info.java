/** The streams, colors, progress, reports and Ctrl-C handling of a command. */
@NullMarked
package io.github.domojvm.cli.terminal;

import org.jspecify.annotations.NullMarked;
