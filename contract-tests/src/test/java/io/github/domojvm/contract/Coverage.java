package io.github.domojvm.contract;

import io.github.domojvm.contract.Spec.ErrorResponse;
import io.github.domojvm.contract.Spec.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the tested responses of each operation. */
final class Coverage {
    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

    /** Adds a response of the operation that was handled as expected. */
    synchronized void add(String operationId, Object response) {
        counts.computeIfAbsent(operationId, any -> new TreeMap<>()).merge(response.toString(), 1, Integer::sum);
    }

    /** Returns the number of tested calls of the operation, with any response. */
    int calls(Operation operation) {
        return tested(operation).values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns the tested error responses of the description. */
    List<String> errors(Operation operation) {
        return operation.errors().stream()
                .map(ErrorResponse::toString)
                .filter(tested(operation)::containsKey)
                .toList();
    }

    /** Returns the tested success responses of the description. */
    List<String> successes(Operation operation) {
        return operation.successes().stream()
                .map(Object::toString)
                .filter(tested(operation)::containsKey)
                .toList();
    }

    /** Returns the responses of the description that were not tested. */
    List<String> missing(Operation operation) {
        List<String> all = new ArrayList<>();
        operation.successes().forEach(success -> all.add(success.toString()));
        operation.errors().forEach(error -> all.add(error.toString()));
        all.removeAll(tested(operation).keySet());
        return all;
    }

    private synchronized Map<String, Integer> tested(Operation operation) {
        return Map.copyOf(counts.getOrDefault(operation.id(), Map.of()));
    }
}
