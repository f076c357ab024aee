/** The users of an instance. {@link io.github.domojvm.user.Users} lists, creates, updates and deletes them. */
@NullMarked
package io.github.domojvm.user;

import org.jspecify.annotations.NullMarked;
