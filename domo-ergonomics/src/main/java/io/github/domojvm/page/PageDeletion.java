package io.github.domojvm.page;

import io.github.domojvm.internal.Args;
import io.github.domojvm.rest.model.PageSummary;
import java.util.List;

/**
 * What became of deleting a page.
 *
 * @param deleted whether it was deleted; false when there was none of that id
 * @param orphans the pages that were directly below it and have lost their place
 */
public record PageDeletion(boolean deleted, List<PageSummary> orphans) {
    /**
     * Copies what it is given.
     *
     * @param deleted whether it was deleted
     * @param orphans the pages that were directly below it
     */
    public PageDeletion {
        orphans = Args.listOf("orphans", orphans);
    }
}
