/** What the facades of one client share, and how a client creates them. */
@NullMarked
package io.github.domojvm.internal.client;

import org.jspecify.annotations.NullMarked;
