/** Groups of users. {@link io.github.domojvm.group.Groups} lists, creates, updates and deletes them. */
@NullMarked
package io.github.domojvm.group;

import org.jspecify.annotations.NullMarked;
