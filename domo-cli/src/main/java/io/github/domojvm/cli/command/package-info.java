/** The subcommands, their options and their implementation. */
@NullMarked
package io.github.domojvm.cli.command;

import org.jspecify.annotations.NullMarked;
