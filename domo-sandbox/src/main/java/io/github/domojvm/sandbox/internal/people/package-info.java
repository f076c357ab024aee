/**
 * Users and Groups of the sandbox. {@link io.github.domojvm.sandbox.internal.people.PeopleApi} adds their operations.
 * Internal to the sandbox.
 */
@NullMarked
package io.github.domojvm.sandbox.internal.people;

import org.jspecify.annotations.NullMarked;
