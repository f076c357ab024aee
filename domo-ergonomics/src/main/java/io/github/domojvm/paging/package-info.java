/**
 * Lists that are fetched page by page while they are read. List methods return a
 * {@link io.github.domojvm.paging.PagedIterable}.
 */
@NullMarked
package io.github.domojvm.paging;

import org.jspecify.annotations.NullMarked;
