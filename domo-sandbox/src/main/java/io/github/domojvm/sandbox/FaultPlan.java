package io.github.domojvm.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The planned faults of a {@link DomoSandbox} or a {@link FaultProxy}, with the number of requests each has been
 * applied to.
 *
 * <pre>{@code
 * sandbox.faults().add(Fault.on("GET", "/v1/groups/*").respond(503, ""));
 * // run the program under test
 * assertTrue(sandbox.faults().outstanding().isEmpty(), () -> sandbox.faults().report().toString());
 * }</pre>
 *
 * <p>Faults are evaluated in the order they were added. The first fault that is due is applied to the request, and
 * later faults do not count that request. Two faults for the same path are therefore applied to successive requests.
 *
 * <p>A fault fires when its effect takes place, before the client can see it. A fault at a byte that a message does not
 * reach is due, but does not fire.
 *
 * <p>Safe for use by several threads.
 */
public final class FaultPlan {
    /** Where a plan is carried out. */
    enum Place {
        SANDBOX,
        PROXY
    }

    private final Place place;
    private final List<PlannedFault> entries = new ArrayList<>();

    FaultPlan(Place place, List<Fault> faults) {
        this.place = place;
        faults.forEach(this::add);
    }

    /**
     * Adds a fault that applies from the next request.
     *
     * @param fault a planned fault
     * @return the same fault, for {@link #fired(Fault)}
     * @throws IllegalArgumentException if the fault requires a {@link FaultProxy} and this is the plan of a sandbox, or
     *     the reverse
     */
    public synchronized Fault add(Fault fault) {
        requireSupported(fault);
        entries.add(new PlannedFault(fault));
        return fault;
    }

    private void requireSupported(Fault fault) {
        if (place == Place.SANDBOX) {
            requireSandbox(fault);
        } else if (!fault.action().byProxy()) {
            throw new IllegalArgumentException("fault: a FaultProxy cannot carry out '" + fault
                    + "', which needs the state of the sandbox: add it to DomoSandbox.faults()");
        }
    }

    static void requireSandbox(Fault fault) {
        if (!fault.action().bySandbox()) {
            throw new IllegalArgumentException("fault: the sandbox cannot carry out '" + fault
                    + "', which needs the bytes of the connection: start a FaultProxy in front of the sandbox, and add"
                    + " the fault to FaultProxy.faults()");
        }
    }

    /** Removes all faults and their counts. */
    public synchronized void clear() {
        entries.clear();
        notifyAll();
    }

    /**
     * Returns the number of requests that a fault has been applied to.
     *
     * @param fault a fault of this plan
     * @return number of requests, 0 if the fault has not been applied yet
     * @throws IllegalArgumentException if the fault is not in this plan
     */
    public synchronized int fired(Fault fault) {
        return entry(fault).fired();
    }

    /**
     * Waits until a fault has been applied to a request, for tests that act during a stall.
     *
     * @param fault a fault of this plan
     * @throws IllegalArgumentException if the fault is not in this plan, or is removed during the wait
     * @throws InterruptedException if the thread is interrupted
     */
    public synchronized void awaitFired(Fault fault) throws InterruptedException {
        while (entry(fault).fired() == 0) {
            wait();
        }
    }

    private PlannedFault entry(Fault fault) {
        return entries.stream()
                .filter(entry -> entry.fault() == fault)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("fault: not in this plan: " + fault));
    }

    /**
     * Lists the faults that have not been applied as often as planned. A fault without a limit, because of
     * {@link Fault.On#always()} or {@link Fault.On#withProbability}, is outstanding until its first request. Assert at
     * the end of a test that this list is empty.
     *
     * @return outstanding faults in the order they were added
     */
    public synchronized List<Fault> outstanding() {
        return entries.stream()
                .filter(PlannedFault::outstanding)
                .map(PlannedFault::fault)
                .toList();
    }

    /**
     * Returns how often each fault matched and was applied, and to which requests.
     *
     * @return the counts at this time, in the order the faults were added; its text is a table
     */
    public synchronized FaultReport report() {
        return new FaultReport(entries.stream().map(PlannedFault::report).toList());
    }

    /** Replaces all faults, so that none has been applied yet. */
    synchronized void restore(List<Fault> faults) {
        clear();
        faults.forEach(this::add);
    }

    /** Returns the fault that is due for a request, if any. The caller reports when it takes effect. */
    synchronized @Nullable DueFault next(String method, String path) {
        for (PlannedFault entry : entries) {
            if (entry.fault().matches(method, path) && entry.isDue()) {
                return new DueFault(entry.fault(), () -> fire(entry, method + " " + path));
            }
        }
        return null;
    }

    private synchronized void fire(PlannedFault entry, String request) {
        entry.fire(request);
        notifyAll();
    }

    /**
     * A fault that is to be applied to a request.
     *
     * @param fault the fault
     * @param fired to be called when it takes effect, before the client can see it
     */
    record DueFault(Fault fault, Runnable fired) {}
}
