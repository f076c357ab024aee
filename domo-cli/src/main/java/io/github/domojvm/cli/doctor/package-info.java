/** The checks of {@code domo doctor}: settings, connection, TLS, token and scopes. */
@NullMarked
package io.github.domojvm.cli.doctor;

import org.jspecify.annotations.NullMarked;
