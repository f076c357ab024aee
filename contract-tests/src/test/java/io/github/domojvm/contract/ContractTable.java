package io.github.domojvm.contract;

import io.github.domojvm.contract.Spec.Operation;
import java.util.List;

/**
 * What a run has shown of each operation from both sides.
 *
 * @param operations those of the description
 * @param client what the client was shown to do with the answers of the description
 * @param sandbox what the sandbox was shown to answer within the description
 */
record ContractTable(List<Operation> operations, Coverage client, Coverage sandbox) {
    /** Of the whole run; the tests of each side add to theirs. */
    static final Coverage CLIENT = new Coverage();

    static final Coverage SANDBOX = new Coverage();

    private static final String ROW = "%-33s %6s  %-9s %6s  %-8s %s%n";

    /** Called by the client with every answer that the description has, and answered by the sandbox. */
    List<Operation> complete() {
        return operations.stream().filter(this::isComplete).toList();
    }

    /** What is missing, a line for each operation that is not complete. */
    List<String> gaps() {
        return operations.stream()
                .filter(operation -> !isComplete(operation))
                .map(this::gap)
                .toList();
    }

    String summary() {
        int calls = operations.stream().mapToInt(client::calls).sum();
        int errors = operations.stream()
                .mapToInt(operation -> client.errors(operation).size())
                .sum();
        return "Contract: " + complete().size() + " of " + operations.size() + " operations; called by the client "
                + count(client) + " (" + calls + " calls, " + errors + " error answers shown), answered by the sandbox "
                + count(sandbox);
    }

    String text() {
        StringBuilder text = new StringBuilder(
                String.format(ROW, "operation", "called", "successes", "errors", "sandbox", "errors shown"));
        for (Operation operation : operations) {
            List<String> errors = client.errors(operation);
            text.append(String.format(
                    ROW,
                    operation.id(),
                    client.calls(operation),
                    String.join(", ", client.successes(operation)),
                    errors.size(),
                    String.join(", ", sandbox.successes(operation)),
                    String.join(", ", errors)));
        }
        return text.append(summary()).append(System.lineSeparator()).toString();
    }

    private boolean isComplete(Operation operation) {
        return client.missing(operation).isEmpty()
                && !sandbox.successes(operation).isEmpty();
    }

    private String gap(Operation operation) {
        List<String> unseen = client.missing(operation);
        return operation.id()
                + (unseen.isEmpty()
                        ? ""
                        : ": no call of the client was shown with the answer " + String.join(", ", unseen))
                + (sandbox.successes(operation).isEmpty() ? ": not answered by the sandbox" : "");
    }

    private long count(Coverage side) {
        return operations.stream()
                .filter(operation -> side.calls(operation) > 0)
                .count();
    }
}
