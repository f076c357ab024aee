/**
 * Projects and tasks. {@link io.github.domojvm.project.Projects} manages projects with their members and lists,
 * {@link io.github.domojvm.project.Tasks} the tasks in the lists with their attachments.
 */
@NullMarked
package io.github.domojvm.project;

import org.jspecify.annotations.NullMarked;
