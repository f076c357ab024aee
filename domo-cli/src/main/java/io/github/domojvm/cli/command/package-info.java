/** The commands with their options, and what each of them needs to run. */
@NullMarked
package io.github.domojvm.cli.command;

import org.jspecify.annotations.NullMarked;
