package io.github.domojvm.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The planned faults of a sandbox, and how often each has struck. Safe for use by several threads.
 *
 * <p>Faults are tried in the order they were added. The first that is due takes the request, and later faults do not
 * count it; two faults for the same path therefore follow one another.
 */
public final class FaultPlan {
    private final List<Entry> entries = new ArrayList<>();

    FaultPlan(List<Fault> faults) {
        faults.forEach(this::add);
    }

    /**
     * Plans a fault from the next request on.
     *
     * @param fault which requests it strikes, and how
     * @return the same fault, for {@link #fired(Fault)}
     */
    public synchronized Fault add(Fault fault) {
        entries.add(new Entry(fault));
        return fault;
    }

    /** Removes every fault and its count. */
    public synchronized void clear() {
        entries.clear();
    }

    /**
     * Returns the number of requests that a fault struck.
     *
     * @param fault a fault of this plan
     * @return number of requests, 0 when it never fired
     * @throws IllegalArgumentException when the fault is not in this plan
     */
    public synchronized int fired(Fault fault) {
        return entries.stream()
                .filter(entry -> entry.fault == fault)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("fault: not in this plan: " + fault))
                .fired;
    }

    /**
     * Lists the faults that have not struck as often as planned; a fault planned for {@linkplain Fault.On#always()
     * always} counts as met once it struck at all. A test that plans faults ends well by asserting that this is empty.
     *
     * @return unmet faults in the order they were added
     */
    public synchronized List<Fault> outstanding() {
        return entries.stream()
                .filter(entry -> entry.fired < (entry.fault.times() == Integer.MAX_VALUE ? 1 : entry.fault.times()))
                .map(entry -> entry.fault)
                .toList();
    }

    synchronized @Nullable Fault take(String method, String path) {
        for (Entry entry : entries) {
            if (entry.fault.matches(method, path) && entry.strikes()) {
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

        boolean strikes() {
            seen++;
            if (seen < fault.nth() || fired >= fault.times()) {
                return false;
            }
            fired++;
            return true;
        }
    }
}
