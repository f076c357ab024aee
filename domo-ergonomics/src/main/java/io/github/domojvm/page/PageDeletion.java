package io.github.domojvm.page;

import io.github.domojvm.internal.Args;
import io.github.domojvm.rest.model.PageSummary;
import java.util.List;

/**
 * The result of deleting a page.
 *
 * @param deleted whether the page was deleted; false if there was no page with that id
 * @param orphans the pages that were directly below it and no longer have a parent
 */
public record PageDeletion(boolean deleted, List<PageSummary> orphans) {
    /**
     * Creates a result with a copy of the list.
     *
     * @param deleted whether the page was deleted
     * @param orphans the pages that were directly below it
     */
    public PageDeletion {
        orphans = Args.listOf("orphans", orphans);
    }
}
