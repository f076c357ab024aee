package io.github.domojvm.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Stream of the simulated service with its executions, its DataSet and a ledger of what happened to them. */
final class SimulatedStream {
    static final long ID = 7;
    static final String DATA_SET = "5c5b0f1e-0000-4000-8000-00000000d0d0";

    private final Scheduler scheduler;
    private final ServiceRules rules;
    private final String updateMethod;
    private final List<SimulatedExecution> executions = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private final Ledger ledger = new Ledger();
    private List<String> columns;
    private Instant lastCommit;
    private long visibleRows;
    private SimulatedExecution.State nextEnd = SimulatedExecution.State.SUCCESS;

    SimulatedStream(Scheduler scheduler, ServiceRules rules, String updateMethod, List<String> columns) {
        this.scheduler = scheduler;
        this.rules = rules;
        this.updateMethod = updateMethod;
        this.columns = columns;
    }

    Ledger ledger() {
        return ledger;
    }

    List<SimulatedExecution> executions() {
        return executions;
    }

    /** Returns the rows of the DataSet. */
    List<String> rows() {
        return rows;
    }

    List<String> columns() {
        return columns;
    }

    void columns(List<String> changed) {
        columns = changed;
    }

    /** Sets the state in which the next processed execution ends. */
    void endNextAs(SimulatedExecution.State state) {
        nextEnd = state;
    }

    Optional<SimulatedExecution> execution(long id) {
        return executions.stream().filter(execution -> execution.id == id).findFirst();
    }

    /** Returns the execution that has not ended. */
    Optional<SimulatedExecution> active() {
        return executions.stream().filter(SimulatedExecution::isActive).findFirst();
    }

    /** Opens an execution, which aborts an active one. */
    SimulatedExecution create(Caller caller, String method) {
        active().ifPresent(earlier -> {
            ledger.replaced(caller, earlier);
            earlier.end(SimulatedExecution.State.ABORTED, now());
        });
        SimulatedExecution created =
                new SimulatedExecution(executions.size() + 1L, caller, method == null ? updateMethod : method, now());
        created.columns = ledger.columns(caller);
        executions.add(created);
        return created;
    }

    ServiceResponse part(Caller caller, SimulatedExecution execution, long number, List<String> lines) {
        ledger.part(caller, execution);
        if (!execution.isOpen()) {
            return ServiceResponse.error(
                    400,
                    "Execution " + execution.id + " accepts no parts: it is "
                            + (execution.isActive() ? "committed" : execution.state));
        }
        boolean header = !lines.isEmpty() && lines.get(0).equals(String.join(",", columns));
        List<String> stored = header ? lines.subList(1, lines.size()) : lines;
        execution.parts.put(number, new SimulatedExecution.Part(stored, haveAllColumns(stored)));
        execution.modifiedAt = now();
        return ServiceResponse.json(200, execution.fullJson());
    }

    ServiceResponse abort(SimulatedExecution execution) {
        if (!execution.isActive() && execution.state != SimulatedExecution.State.ABORTED) {
            return ended(execution);
        }
        if (execution.isActive()) {
            execution.end(SimulatedExecution.State.ABORTED, now());
        }
        return ServiceResponse.json(200, execution.fullJson());
    }

    ServiceResponse commit(Caller caller, SimulatedExecution execution) {
        ledger.commit(caller, execution);
        if (!execution.isActive()) {
            return ended(execution);
        }
        if (!execution.isOpen()) {
            execution.commits += rules.secondCommitDuplicatesRows() ? 1 : 0;
            execution.modifiedAt = rules.secondCommitDuplicatesRows() ? now() : execution.modifiedAt;
            return ServiceResponse.json(200, execution.fullJson());
        }
        if (execution.parts.isEmpty()) {
            return ServiceResponse.error(400, "Execution " + execution.id + " has no parts");
        }
        List<Long> numbers = List.copyOf(execution.parts.keySet());
        long first = numbers.get(0);
        if (first > 1 || numbers.get(numbers.size() - 1) - first + 1 != numbers.size()) {
            return ServiceResponse.error(400, "Too many non-consecutive part ids");
        }
        Duration left =
                lastCommit == null ? Duration.ZERO : Duration.between(now(), lastCommit.plus(rules.commitInterval()));
        if (left.compareTo(Duration.ZERO) > 0) {
            ServiceResponse early =
                    ServiceResponse.error(rules.earlyCommitStatus(), "Stream was committed too recently");
            return rules.earlyCommitStatus() == 429
                    ? early.with(
                            "Retry-After", Long.toString(left.plusMillis(999).toSeconds()))
                    : early;
        }
        lastCommit = now();
        execution.committer = caller;
        execution.commits = 1;
        execution.modifiedAt = now();
        scheduler.after(rules.processingDelay(), () -> process(execution));
        return ServiceResponse.json(200, execution.fullJson());
    }

    private boolean haveAllColumns(List<String> lines) {
        return lines.stream().allMatch(row -> row.split(",", -1).length == columns.size());
    }

    private static ServiceResponse ended(SimulatedExecution execution) {
        return ServiceResponse.error(400, "Execution " + execution.id + " has ended as " + execution.state);
    }

    private void process(SimulatedExecution execution) {
        if (!execution.isActive()) {
            return;
        }
        SimulatedExecution.State end = nextEnd;
        nextEnd = SimulatedExecution.State.SUCCESS;
        boolean valid = execution.parts.values().stream().allMatch(SimulatedExecution.Part::valid)
                && haveAllColumns(execution.rows());
        if (end != SimulatedExecution.State.SUCCESS || !valid) {
            execution.end(valid ? end : SimulatedExecution.State.INVALID, now());
            return;
        }
        store(execution);
        execution.end(end, now());
        long count = rows.size();
        scheduler.after(rules.countDelay(), () -> visibleRows = count);
    }

    private void store(SimulatedExecution execution) {
        List<String> stored = new ArrayList<>();
        for (int i = 0; i < execution.commits; i++) {
            stored.addAll(execution.rows());
        }
        execution.applied = execution.commits;
        execution.appliedRows = stored;
        if (execution.updateMethod.equals("REPLACE")) {
            rows.clear();
            rows.addAll(stored);
        } else if (hasKey()) {
            merge(stored);
        } else {
            rows.addAll(stored);
        }
    }

    private void merge(List<String> stored) {
        Map<String, String> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.put(key(row), row));
        stored.forEach(row -> {
            byKey.remove(key(row));
            byKey.put(key(row), row);
        });
        rows.clear();
        rows.addAll(byKey.values());
    }

    /** Returns whether rows have a key: with it, appended rows also replace those with the same key. */
    boolean hasKey() {
        return updateMethod.equals("UPSERT");
    }

    private static String key(String row) {
        return row.substring(0, row.indexOf(','));
    }

    private Instant now() {
        return scheduler.now();
    }

    String json() {
        String last = executions.isEmpty()
                ? ""
                : ",\"lastExecution\":" + executions.get(executions.size() - 1).fullJson();
        return "{\"id\":" + ID + ",\"dataSet\":{\"id\":\"" + DATA_SET + "\",\"name\":\"Sales\",\"rows\":" + visibleRows
                + "},\"updateMethod\":\"" + updateMethod + "\"" + last + "}";
    }

    String dataSetJson(Caller caller) {
        ledger.columnsRead(caller, columns);
        StringBuilder json = new StringBuilder("{\"id\":\"" + DATA_SET + "\",\"name\":\"Sales\",\"rows\":" + visibleRows
                + ",\"columns\":" + columns.size() + ",\"schema\":{\"columns\":[");
        for (int i = 0; i < columns.size(); i++) {
            json.append(i == 0 ? "" : ",").append("{\"type\":\"STRING\",\"name\":\"" + columns.get(i) + "\"}");
        }
        return json.append("]}}").toString();
    }
}
