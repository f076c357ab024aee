package io.github.domojvm.page;

import io.github.domojvm.internal.Args;
import io.github.domojvm.rest.model.PageSummary;
import java.util.List;

/**
 * The result of deleting a Page.
 *
 * @param deleted whether the Page was deleted; false if there was no Page with that id
 * @param orphans the Pages that were directly below it and no longer have a parent
 */
public record PageDeletion(boolean deleted, List<PageSummary> orphans) {
    /**
     * Creates a result with a copy of the list.
     *
     * @param deleted whether the Page was deleted
     * @param orphans the Pages that were directly below it
     */
    public PageDeletion {
        orphans = Args.listOf("orphans", orphans);
    }
}
