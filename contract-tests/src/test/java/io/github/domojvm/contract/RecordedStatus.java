package io.github.domojvm.contract;

import io.github.domojvm.contract.Spec.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The expected status of recorded requests: a success status of the operation, unless exceptions.tsv has another. */
final class RecordedStatus {
    /**
     * The expected status of a request.
     *
     * @param statuses the statuses, each of which is expected
     * @param exception the line of exceptions.tsv that has the status, empty for none
     */
    record Expected(Set<Integer> statuses, String exception) {}

    private static final String ANY_CLIENT = "*";

    private final Spec spec;
    private final Map<String, Integer> exceptions = new LinkedHashMap<>();

    RecordedStatus(Spec spec) {
        this.spec = spec;
        Tsv.rows("exceptions.tsv")
                .forEach(row -> exceptions.put(row.get(0) + " " + row.get(1), Integer.valueOf(row.get(2))));
    }

    /** Returns the expected status. None is expected if the request has no operation and no exception. */
    Expected of(String client, RecordedCall call) {
        return keys(client, call).stream()
                .filter(exceptions::containsKey)
                .findFirst()
                .map(key -> new Expected(Set.of(exceptions.get(key)), key))
                .orElseGet(() -> new Expected(successes(call), ""));
    }

    /** Returns the exceptions that no recorded request needs, because it is missing or succeeds as described. */
    Set<String> unneeded(List<Recording> recordings) {
        Set<String> unneeded = new TreeSet<>(exceptions.keySet());
        recordings.forEach(recording -> recording.calls().stream()
                .filter(call -> !successes(call)
                        .containsAll(of(recording.client(), call).statuses()))
                .forEach(call -> unneeded.removeAll(keys(recording.client(), call))));
        return unneeded;
    }

    private Set<Integer> successes(RecordedCall call) {
        return operation(call).stream()
                .flatMap(operation -> operation.successes().stream())
                .map(Spec.Success::status)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<Operation> operation(RecordedCall call) {
        return spec.operations().stream()
                .filter(operation -> operation.matches(call.method(), call.path()))
                .findAny()
                .map(matching -> spec.operation(call.method(), call.path()));
    }

    private static List<String> keys(String client, RecordedCall call) {
        return List.of(client + " " + call.n(), ANY_CLIENT + " " + call.method() + " " + call.path());
    }
}
