package io.github.domojvm.contract;

import io.github.domojvm.contract.Spec.Operation;
import io.github.domojvm.contract.Spec.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was shown of each operation, by what went over the wire, and tells what the description has beyond that. */
final class Coverage {
    private static final String ROW = "%-22s %7s  %-12s %s%n";

    private final Map<String, Map<String, Integer>> shown = new TreeMap<>();

    /** An answer of the operation was given, and the client did with it what it should. */
    void add(String operationId, Object answer) {
        shown.computeIfAbsent(operationId, any -> new TreeMap<>()).merge(answer.toString(), 1, Integer::sum);
    }

    /** Every answer of the description that no test has shown. */
    List<String> missing(List<Operation> operations) {
        List<String> missing = new ArrayList<>();
        for (Operation operation : operations) {
            Map<String, Integer> answers = shown.getOrDefault(operation.id(), Map.of());
            all(operation).stream()
                    .filter(answer -> !answers.containsKey(answer))
                    .forEach(answer -> missing.add(operation.id() + " answering " + answer));
        }
        return missing;
    }

    String summary(List<Operation> operations) {
        int errors = operations.stream()
                .mapToInt(operation -> errors(operation).size())
                .sum();
        int calls = shown.values().stream()
                .flatMap(answers -> answers.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
        return shown.size() + " operations, " + calls + " calls, " + errors + " error answers shown";
    }

    String table(List<Operation> operations) {
        StringBuilder text = new StringBuilder(String.format(ROW, "operation", "called", "successes", "errors"));
        for (Operation operation : operations) {
            Map<String, Integer> answers = shown.getOrDefault(operation.id(), Map.of());
            int called = answers.values().stream().mapToInt(Integer::intValue).sum();
            List<String> successes = operation.successes().stream()
                    .map(Object::toString)
                    .filter(answers::containsKey)
                    .toList();
            text.append(String.format(
                    ROW, operation.id(), called, String.join(", ", successes), String.join(", ", errors(operation))));
        }
        return text.toString();
    }

    private List<String> errors(Operation operation) {
        Map<String, Integer> answers = shown.getOrDefault(operation.id(), Map.of());
        return operation.refusals().stream()
                .map(Refusal::toString)
                .filter(answers::containsKey)
                .toList();
    }

    private static List<String> all(Operation operation) {
        List<String> all = new ArrayList<>();
        operation.successes().forEach(success -> all.add(success.toString()));
        operation.refusals().forEach(refusal -> all.add(refusal.toString()));
        return all;
    }
}
