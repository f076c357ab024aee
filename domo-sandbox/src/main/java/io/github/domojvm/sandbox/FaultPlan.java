package io.github.domojvm.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The planned faults of a {@link DomoSandbox}, with the number of requests each has been applied to.
 *
 * <pre>{@code
 * sandbox.faults().add(Fault.on("GET", "/v1/groups/*").respond(503, ""));
 * // run the program under test
 * assertTrue(sandbox.faults().outstanding().isEmpty());
 * }</pre>
 *
 * <p>Faults are evaluated in the order they were added. The first fault that is due is applied to the request, and
 * later faults do not count that request. Two faults for the same path are therefore applied to successive requests.
 *
 * <p>Safe for use by several threads.
 */
public final class FaultPlan {
    private final List<Entry> entries = new ArrayList<>();

    FaultPlan(List<Fault> faults) {
        faults.forEach(this::add);
    }

    /**
     * Adds a fault that applies from the next request.
     *
     * @param fault a planned fault
     * @return the same fault, for {@link #fired(Fault)}
     */
    public synchronized Fault add(Fault fault) {
        entries.add(new Entry(fault));
        return fault;
    }

    /** Removes all faults and their counts. */
    public synchronized void clear() {
        entries.clear();
    }

    /**
     * Returns the number of requests that a fault has been applied to.
     *
     * @param fault a fault of this plan
     * @return number of requests, 0 if the fault has not been applied yet
     * @throws IllegalArgumentException if the fault is not in this plan
     */
    public synchronized int fired(Fault fault) {
        return entries.stream()
                .filter(entry -> entry.fault == fault)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("fault: not in this plan: " + fault))
                .fired;
    }

    /**
     * Lists the faults that have not been applied as often as planned. A fault with {@link Fault.On#always()} is
     * outstanding until its first request. Assert at the end of a test that this list is empty.
     *
     * @return outstanding faults in the order they were added
     */
    public synchronized List<Fault> outstanding() {
        return entries.stream()
                .filter(entry -> entry.fired < (entry.fault.times() == Integer.MAX_VALUE ? 1 : entry.fault.times()))
                .map(entry -> entry.fault)
                .toList();
    }

    /** Calls an action with each fault and the number of requests that it has been applied to. */
    synchronized void forEach(ObjIntConsumer<Fault> action) {
        entries.forEach(entry -> action.accept(entry.fault, entry.fired));
    }

    /** Replaces all faults, so that none has been applied yet. */
    synchronized void restore(List<Fault> faults) {
        entries.clear();
        faults.forEach(this::add);
    }

    synchronized @Nullable Fault next(String method, String path) {
        for (Entry entry : entries) {
            if (entry.fault.matches(method, path) && entry.fires()) {
                return entry.fault;
            }
        }
        return null;
    }

    private static final class Entry {
        private final Fault fault;
        private int seen;
        private int fired;

        Entry(Fault fault) {
            this.fault = fault;
        }

        boolean fires() {
            seen++;
            if (seen < fault.nth() || fired >= fault.times()) {
                return false;
            }
            fired++;
            return true;
        }
    }
}
