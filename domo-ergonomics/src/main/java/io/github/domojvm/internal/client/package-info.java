/** Creation of facades, and the objects that the facades of one client share. */
@NullMarked
package io.github.domojvm.internal.client;

import org.jspecify.annotations.NullMarked;
