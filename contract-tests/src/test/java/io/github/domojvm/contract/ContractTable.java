package io.github.domojvm.contract;

import io.github.domojvm.contract.Spec.Operation;
import java.util.List;

/**
 * The test coverage of each operation in one run.
 *
 * @param operations the operations of the description
 * @param client the responses of the description that the client handled as expected
 * @param sandbox the responses of the sandbox that conform to the description
 */
record ContractTable(List<Operation> operations, Coverage client, Coverage sandbox) {
    /** The coverage of the entire run; tests of the client add to it. */
    static final Coverage CLIENT = Coverage.ofTheRun("client");

    /** The coverage of the entire run; tests of the sandbox add to it. */
    static final Coverage SANDBOX = Coverage.ofTheRun("sandbox");

    private static final String ROW = "%-33s %6s  %-9s %6s  %-8s %s%n";

    /** Returns the operations whose responses the client handles in tests and that the sandbox implements. */
    List<Operation> complete() {
        return operations.stream().filter(this::isComplete).toList();
    }

    /** Returns the missing coverage, one line for each incomplete operation. */
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
        return "Contract: " + complete().size() + " of " + operations.size() + " operations; client: " + count(client)
                + " (" + calls + " calls, " + errors + " error responses tested); sandbox: " + count(sandbox);
    }

    String text() {
        StringBuilder text = new StringBuilder(
                String.format(ROW, "operation", "called", "successes", "errors", "sandbox", "errors tested"));
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
        List<String> missing = client.missing(operation);
        return operation.id()
                + (missing.isEmpty()
                        ? ""
                        : ": no client call was tested with the response " + String.join(", ", missing))
                + (sandbox.successes(operation).isEmpty() ? ": no success response from the sandbox" : "");
    }

    private long count(Coverage side) {
        return operations.stream()
                .filter(operation -> side.calls(operation) > 0)
                .count();
    }
}
