package io.github.domojvm.contract;

import io.github.domojvm.contract.Spec.Operation;
import io.github.domojvm.contract.Spec.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was shown of each operation, by what went over the wire. */
final class Coverage {
    private final Map<String, Map<String, Integer>> shown = new TreeMap<>();

    /** An answer of the operation was given, and whoever got it did with it what they should. */
    synchronized void add(String operationId, Object answer) {
        shown.computeIfAbsent(operationId, any -> new TreeMap<>()).merge(answer.toString(), 1, Integer::sum);
    }

    /** How many times the operation was shown, whatever it answered. */
    int calls(Operation operation) {
        return answers(operation).values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The refusals of the description that were shown. */
    List<String> errors(Operation operation) {
        return operation.refusals().stream()
                .map(Refusal::toString)
                .filter(answers(operation)::containsKey)
                .toList();
    }

    /** The successes of the description that were shown. */
    List<String> successes(Operation operation) {
        return operation.successes().stream()
                .map(Object::toString)
                .filter(answers(operation)::containsKey)
                .toList();
    }

    /** Every answer of the description that was not shown. */
    List<String> missing(Operation operation) {
        List<String> all = new ArrayList<>();
        operation.successes().forEach(success -> all.add(success.toString()));
        operation.refusals().forEach(refusal -> all.add(refusal.toString()));
        all.removeAll(answers(operation).keySet());
        return all;
    }

    private synchronized Map<String, Integer> answers(Operation operation) {
        return Map.copyOf(shown.getOrDefault(operation.id(), Map.of()));
    }
}
