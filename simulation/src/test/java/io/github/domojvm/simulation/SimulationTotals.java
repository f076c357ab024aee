package io.github.domojvm.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sums over many simulations. Safe for use by several threads. */
final class SimulationTotals {
    private static final int MOST_FAILURES = 20;

    private final long start = System.nanoTime();
    private final Map<Integer, Long> seeds = new TreeMap<>();
    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private final Map<Event, Long> events = new EnumMap<>(Event.class);
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private Duration virtualTime = Duration.ZERO;
    private long runs;

    synchronized void add(SimulationResult result) {
        seeds.merge(result.facts().faultPercent, 1L, Long::sum);
        result.faults().forEach((fault, count) -> faults.merge(fault, (long) count, Long::sum));
        result.facts().events.forEach((event, count) -> events.merge(event, (long) count, Long::sum));
        result.facts().claims.forEach(claim -> outcomes.merge(claim.outcome(), 1L, Long::sum));
        runs += result.facts().runs;
        virtualTime = virtualTime.plus(result.facts().uploading);
        if (!result.violations().isEmpty() && failures.size() < MOST_FAILURES) {
            failures.add(String.join("\n", result.violations()) + "\nTo see what happened: make simulation SEED="
                    + result.seed() + " FAULTS=" + result.facts().faultPercent);
        }
    }

    /** Returns the violations of invariants, each with the command that replays its seed; at most 20. */
    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    synchronized long fired(Fault fault) {
        return faults.getOrDefault(fault, 0L);
    }

    synchronized long happened(Event event) {
        return events.getOrDefault(event, 0L);
    }

    synchronized long ended(String outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** Returns a report of all sums. */
    synchronized List<String> report() {
        List<String> lines = new ArrayList<>();
        long total = seeds.values().stream().mapToLong(Long::longValue).sum();
        lines.add("Simulated uploads: " + total + " seeds, " + runs + " runs, "
                + virtualTime.toHours() + " hours of virtual time in "
                + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
        lines.add("Violations: " + (failures.isEmpty() ? "none" : failures.size() + " or more"));
        failures.forEach(lines::add);
        lines.add("");
        lines.add("Seeds by the percentage of requests with a fault:");
        seeds.forEach((percent, count) -> lines.add("  " + percent + " %: " + count));
        lines.add("Outcomes of runs:");
        outcomes.forEach((outcome, count) -> lines.add("  " + outcome + ": " + count));
        lines.add("Faults:");
        for (Fault fault : Fault.values()) {
            lines.add("  " + fired(fault) + "  " + fault.meaning);
        }
        lines.add("Events:");
        for (Event event : Event.values()) {
            lines.add("  " + happened(event) + "  " + event.meaning);
        }
        lines.add("Invariants:");
        for (Invariant invariant : Invariant.values()) {
            lines.add("  " + invariant.sentence);
        }
        return lines;
    }
}
