package io.github.domojvm.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Everything about a simulation that {@link Invariant} examines. */
final class Facts {
    /** A second, and the time of the events between. */
    static final Duration LONGEST_STOP = Duration.ofMillis(1_200);

    final Scenario scenario;
    final SimulatedStream stream;
    final int faultPercent;
    final List<Claim> claims = new ArrayList<>();
    final Map<Event, Integer> events = new EnumMap<>(Event.class);
    /** The number of runs. */
    int runs;
    /** The virtual time of all runs. */
    Duration uploading = Duration.ZERO;
    /** The runs that did not end in time, with their threads. */
    final List<String> endless = new ArrayList<>();
    /** The threads that were left after a run. */
    final List<String> leftThreads = new ArrayList<>();
    /** The virtual time from a stop to the end of the upload. */
    final List<Duration> stops = new ArrayList<>();
    /** How often the listener was notified of the end, for each run that ended. */
    final List<Integer> endings = new ArrayList<>();
    /** The result of a reconciliation after the service had recovered; null if there was none. */
    Claim reconciled;
    /** The same with an abort of an execution that was still active. */
    Claim aborted;
    /** The states of the execution when these had ended; null if there was no such execution. */
    SimulatedExecution.State stateWhenReconciled;

    SimulatedExecution.State stateWhenAborted;
    /** Whether the network delivered a commit twice. */
    boolean duplicatedCommit;

    Facts(Scenario scenario, SimulatedStream stream, int faultPercent) {
        this.scenario = scenario;
        this.stream = stream;
        this.faultPercent = faultPercent;
    }

    boolean happened(Event event) {
        return events.containsKey(event);
    }

    boolean wasChangedByOthers() {
        return events.keySet().stream().anyMatch(Event::changesTheStream);
    }

    /** Returns the executions that the upload created up to a run. */
    List<SimulatedExecution> own(int lastRun) {
        return stream.executions().stream()
                .filter(execution -> execution.owner.isUpload() && execution.owner.run() <= lastRun)
                .toList();
    }
}
