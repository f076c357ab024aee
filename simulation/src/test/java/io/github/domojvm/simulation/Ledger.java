package io.github.domojvm.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the simulated service received for its executions, and which ids it told a client. */
final class Ledger {
    /** A part that arrived for an execution. */
    record PartFact(Caller caller, SimulatedExecution execution, boolean idWasReturned) {}

    /** A commit that arrived for an execution, with the rows that it had and the columns that the caller last read. */
    record CommitFact(Caller caller, SimulatedExecution execution, List<String> rows, List<String> columns) {}

    /** An execution that a new one of another caller ended. */
    record ReplacedFact(Caller by, SimulatedExecution execution, boolean wasListed) {}

    private final List<PartFact> parts = new ArrayList<>();
    private final List<CommitFact> commits = new ArrayList<>();
    private final List<ReplacedFact> replaced = new ArrayList<>();
    private final Set<Long> returned = new HashSet<>();
    private final Map<Caller, Set<Long>> listedAsOpen = new HashMap<>();
    private final Map<Caller, List<String>> columnsRead = new HashMap<>();
    private final Map<Integer, String> told = new HashMap<>();

    void part(Caller caller, SimulatedExecution execution) {
        parts.add(new PartFact(caller, execution, returned.contains(execution.id)));
    }

    void commit(Caller caller, SimulatedExecution execution) {
        commits.add(new CommitFact(caller, execution, execution.rows(), columns(caller)));
    }

    /** Records that the caller requested a page of executions. */
    void listed(Caller caller, List<SimulatedExecution> page) {
        Set<Long> open = listedAsOpen.computeIfAbsent(caller, none -> new HashSet<>());
        page.stream().filter(SimulatedExecution::isActive).forEach(execution -> open.add(execution.id));
    }

    void replaced(Caller by, SimulatedExecution execution) {
        boolean wasListed = listedAsOpen.getOrDefault(by, Set.of()).contains(execution.id);
        replaced.add(new ReplacedFact(by, execution, wasListed));
    }

    /** Records that the caller requested the columns of the DataSet. */
    void columnsRead(Caller caller, List<String> columns) {
        columnsRead.put(caller, columns);
    }

    /** Returns the columns that a caller has last requested; empty if there are none. */
    List<String> columns(Caller caller) {
        return columnsRead.getOrDefault(caller, List.of());
    }

    /** Records the state of an execution in the response to a run's request for it; empty before the response. */
    void told(Caller caller, String state) {
        told.put(caller.run(), state);
    }

    /** Returns the state in the response to the last such request; empty if there was none. */
    String lastTold(int run) {
        return told.getOrDefault(run, "");
    }

    /** Records that the upload received the id of a new execution in the response to its request. */
    void created(long executionId) {
        returned.add(executionId);
    }

    List<PartFact> parts() {
        return parts;
    }

    List<ReplacedFact> replaced() {
        return replaced;
    }

    List<CommitFact> commits() {
        return commits;
    }
}
