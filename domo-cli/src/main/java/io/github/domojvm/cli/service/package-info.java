/** The service that a command calls: its options, settings and credentials. */
@NullMarked
package io.github.domojvm.cli.service;

import org.jspecify.annotations.NullMarked;
