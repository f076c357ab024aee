package io.github.domojvm.simulation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Chooses the fault of each request from a seed. */
final class Faults {
    /** The ends of the paths of the requests that matter most. */
    static final List<String> TARGETS = List.of("/commit", "/executions", "/abort", "/part/1");

    private static final int TOTAL = total();

    private final RandomGenerator random;
    private final Map<Fault, Integer> fired = new TreeMap<>();
    private int percent;
    private int outages;
    private int quiet;
    private String awaited = "";
    private String target = "";
    private int aimed;
    private boolean healed;
    private Fault last;

    Faults(int percent, RandomGenerator random) {
        this.percent = percent;
        this.random = random;
    }

    private static int total() {
        int total = 0;
        for (Fault fault : Fault.values()) {
            total += fault.weight;
        }
        return total;
    }

    /** Lets the next requests pass without a fault, so that the later phases of an upload are reached as well. */
    void spare(int requests) {
        quiet = requests;
    }

    /** Lets all requests pass without a fault up to the first one whose path has the given end. */
    void spareUntil(String pathEnd) {
        awaited = pathEnd;
    }

    /** Lets the next requests whose path has the given end meet a fault. */
    void aim(String pathEnd, int requests) {
        target = pathEnd;
        aimed = percent == 0 ? 0 : requests;
    }

    /** Begins or ends a time in which every request has a fault. */
    void outage(boolean begins) {
        outages += begins ? 1 : -1;
    }

    /** Ends all faults. */
    void heal() {
        healed = true;
    }

    /** Returns the fault of the next request; null if it has none. */
    Fault next(ServiceRequest request) {
        if (healed || !hits(request)) {
            last = null;
            return null;
        }
        Fault fault = any();
        // A wrong 404 is temporary: after a second one, the client may conclude that there is no such object.
        last = fault == Fault.NOT_FOUND && last == fault ? Fault.CONNECTION_REFUSED : fault;
        fired.merge(last, 1, Integer::sum);
        return last;
    }

    private boolean hits(ServiceRequest request) {
        quiet--;
        if (!request.path().endsWith(awaited)) {
            return outages > 0;
        }
        awaited = "";
        if (aimed > 0 && request.path().endsWith(target)) {
            aimed--;
            return true;
        }
        return outages > 0 || (quiet < 0 && random.nextInt(100) < percent);
    }

    private Fault any() {
        int number = random.nextInt(TOTAL);
        for (Fault fault : Fault.values()) {
            number -= fault.weight;
            if (number < 0) {
                return fault;
            }
        }
        throw new IllegalStateException("The weights have another sum than " + TOTAL);
    }

    /** Returns how often each fault was chosen. */
    Map<Fault, Integer> fired() {
        return fired;
    }
}
