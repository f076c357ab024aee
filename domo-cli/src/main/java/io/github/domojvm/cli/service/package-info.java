/** The options, settings and credentials of the service that a command calls. */
@NullMarked
package io.github.domojvm.cli.service;

import org.jspecify.annotations.NullMarked;
