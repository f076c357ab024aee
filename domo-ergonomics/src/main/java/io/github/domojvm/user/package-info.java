/** The people of an instance. {@link io.github.domojvm.user.Users} lists, creates, changes and deletes them. */
@NullMarked
package io.github.domojvm.user;

import org.jspecify.annotations.NullMarked;
