package io.github.domojvm.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;

/** The checks of all runs: a fast run counts only if it delivers every row exactly once. */
public final class Correctness {
    private final List<String> failures = new ArrayList<>();
    private int runs;

    void add(String program, List<String> differences) {
        runs++;
        if (!differences.isEmpty()) {
            String failure = program + ": " + String.join("; ", differences);
            failures.add(failure);
            System.out.println("    INCORRECT: " + failure);
        }
    }

    boolean hasRuns() {
        return runs > 0;
    }

    /** {@return the checks so far} */
    public Correctness copy() {
        Correctness copy = new Correctness();
        copy.runs = runs;
        copy.failures.addAll(failures);
        return copy;
    }

    /**
     * Returns the checks since a copy.
     *
     * @param earlier the copy
     * @return the later checks
     */
    public Correctness since(Correctness earlier) {
        Correctness later = new Correctness();
        later.runs = runs - earlier.runs;
        later.failures.addAll(failures.subList(earlier.failures.size(), failures.size()));
        return later;
    }

    /** {@return the share of the runs that were correct} */
    public double share() {
        return 1 - failures.size() / (double) runs;
    }

    /** {@return the number of runs, and what was wrong} */
    public String summary() {
        return runs + (runs == 1 ? " run" : " runs") + (failures.isEmpty() ? "" : ": " + String.join("; ", failures));
    }
}
