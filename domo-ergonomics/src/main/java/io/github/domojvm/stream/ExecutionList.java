package io.github.domojvm.stream;

import io.github.domojvm.internal.Members;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.PageFetcher;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.ExecutionState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The executions of a Stream, as far as an upload needs them. Domo does not document their order, so the newest one,
 * which has the highest id, can be on any page.
 *
 * @param newest the execution with the highest id; null if there is none
 * @param active the active executions, each with an id
 * @param committed the executions whose commit was processed
 * @param complete whether all pages were read; if not, a newer execution may exist
 */
record ExecutionList(@Nullable Execution newest, List<Execution> active, List<Execution> committed, boolean complete) {
    /** The number of pages after which reading stops, enough for 50,000 executions. */
    static final int MAX_PAGES = 100;
    /** Domo docs, Stream API. */
    private static final int PAGE_SIZE = 500;

    /**
     * Reads pages until one is empty, or contains no execution that an earlier page did not contain: until July 2018,
     * the service ignored limit and offset (domo-python-sdk issue 26).
     *
     * @throws CancellationException if the cancellation is cancelled before a page is requested
     */
    static ExecutionList read(PageFetcher<Execution> pages, Cancellation cancellation) {
        Set<Long> seen = new HashSet<>();
        List<Execution> active = new ArrayList<>();
        List<Execution> committed = new ArrayList<>();
        Execution newest = null;
        long highest = 0;
        int offset = 0;
        for (int page = 0; page < MAX_PAGES; page++) {
            if (cancellation.isCancelled()) {
                throw new CancellationException("stopped");
            }
            List<Execution> executions = pages.fetch(PAGE_SIZE, offset);
            offset += executions.size();
            int before = seen.size();
            for (Execution execution : executions) {
                Long id = Members.orNull(execution, Execution::id);
                if (id == null || !seen.add(id)) {
                    continue;
                }
                ExecutionState state = execution.currentState();
                if (state == ExecutionState.ACTIVE) {
                    active.add(execution);
                } else if (state == ExecutionState.SUCCESS || state == ExecutionState.INVALID) {
                    committed.add(execution);
                }
                if (id > highest) {
                    highest = id;
                    newest = execution;
                }
            }
            if (seen.size() == before) {
                return new ExecutionList(newest, List.copyOf(active), List.copyOf(committed), true);
            }
        }
        return new ExecutionList(newest, List.copyOf(active), List.copyOf(committed), false);
    }

    /** Returns the id of the newest execution; 0 if there is none. */
    long highestId() {
        Long id = Members.orNull(newest, Execution::id);
        return id == null ? 0 : id;
    }
}
