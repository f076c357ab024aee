/**
 * Lists that are fetched page by page as they are read. {@link io.github.domojvm.paging.PagedIterable} is what list
 * methods return.
 */
@NullMarked
package io.github.domojvm.paging;

import org.jspecify.annotations.NullMarked;
