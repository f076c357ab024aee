package io.github.domojvm.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** A fault of a plan with its counts. Guarded by the lock of the plan. */
final class PlannedFault {
    private static final int MAX_REQUESTS = 100;

    private final Fault fault;
    private final Random random;
    private final Deque<String> requests = new ArrayDeque<>();
    private int matched;
    private int due;
    private int fired;

    PlannedFault(Fault fault) {
        this.fault = fault;
        this.random = new Random(fault.on().seed);
    }

    Fault fault() {
        return fault;
    }

    int fired() {
        return fired;
    }

    /** Counts a matching request and returns whether the fault is to be applied to it. */
    boolean isDue() {
        matched++;
        Fault.On on = fault.on();
        if (matched < on.nth || due >= on.times || random.nextDouble() >= on.probability) {
            return false;
        }
        due++;
        return true;
    }

    void fire(String request) {
        fired++;
        if (requests.size() == MAX_REQUESTS) {
            requests.removeFirst();
        }
        requests.addLast(request);
    }

    boolean outstanding() {
        int times = fault.on().times;
        return fired < (times == Integer.MAX_VALUE ? 1 : times);
    }

    FaultReport.Entry report() {
        return new FaultReport.Entry(fault, matched, fired, List.copyOf(requests));
    }
}
