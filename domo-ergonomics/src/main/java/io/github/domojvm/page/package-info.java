/** Pages and the collections on them. {@link io.github.domojvm.page.Pages} lists, creates, updates and deletes them. */
@NullMarked
package io.github.domojvm.page;

import org.jspecify.annotations.NullMarked;
